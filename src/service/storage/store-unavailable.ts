/** The store cannot be reached or cannot be written to for now. The same call may succeed later. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';

  constructor(cause: unknown) {
    super('The store is not available.', { cause });
  }
}
