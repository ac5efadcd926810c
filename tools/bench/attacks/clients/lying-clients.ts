import type { LyingClient } from './lying-client.ts';
import { PICTURE_LIES } from './picture-lies.ts';
import { PROTOCOL_LIES } from './protocol-lies.ts';

/** Every lying client, in the order of the table. */
export const LYING_CLIENTS: readonly LyingClient[] = [...PROTOCOL_LIES, ...PICTURE_LIES];
