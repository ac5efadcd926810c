/** Wrong command line. The message is printed to the terminal. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
