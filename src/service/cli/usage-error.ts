/** The command was called wrongly. Its message is for whoever typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
