import { zipSync } from 'fflate';

/** Fixed, so that the same models make the same bytes: the first moment that a ZIP can name. */
const ENTRY_TIME = '1980-01-01T00:00:00';

/** A MediaPipe `.task` bundle: a ZIP whose entries are stored, because MediaPipe maps them without inflating. */
export function taskBundle(entries: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...entries }, { level: 0, mtime: ENTRY_TIME });
}
