/** What SQLite says when another connection holds the file: it passes, mostly within milliseconds. */
const LOCKED = /^SQLITE_(BUSY|LOCKED)(_|$)/;
/**
 * What it says of a disk or file that cannot be used: full, read-only, failing, not there, damaged. An operator ends it,
 * and no statement is at fault. The list of https://sqlite.org/rescode.html.
 */
const UNUSABLE =
  /^SQLITE_(FULL|READONLY|IOERR|CANTOPEN|PERM|AUTH|NOMEM|NOLFS|PROTOCOL|CORRUPT|NOTADB)(_|$)/;

/** Whether another connection is in the way, so that the same call can be made again at once. */
export function isLocked(error: unknown): boolean {
  return LOCKED.test(codeOf(error));
}

/** Whether the error is about the file being in use or unusable, and not about the statement. */
export function isFileTrouble(error: unknown): boolean {
  return isLocked(error) || UNUSABLE.test(codeOf(error));
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
