import { ALBUM_LIES } from './album-lies.ts';
import { LIVE_LIES } from './live-lies.ts';
import type { LyingClient } from './lying-client.ts';
import { PICTURE_LIES } from './picture-lies.ts';
import { PROTOCOL_LIES } from './protocol-lies.ts';

/** Every lying client, in the order of the table. */
export const LYING_CLIENTS: readonly LyingClient[] = [
  ...PROTOCOL_LIES,
  ...PICTURE_LIES,
  ...ALBUM_LIES,
  ...LIVE_LIES,
];
