import { StoreUnavailable } from '../store-unavailable.ts';
import { type AsyncMethods, wrapMethods } from '../wrap-methods.ts';

/** What Redis says while it starts, is full, is a replica or cannot write its log: it passes, or an operator ends it. */
const PASSING_REPLIES =
  /^(LOADING|OOM|MISCONF|READONLY|MASTERDOWN|NOREPLICAS|BUSY|TRYAGAIN|CLUSTERDOWN)\b/;

/** What the client says of a connection that was lost, is not there yet, or is too slow. It has no codes for these. */
const NO_CONNECTION =
  /^(Connection is closed|Stream isn't writeable|Command timed out|Reached the max)/;

const SOCKET_CODES = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_AGAIN|ENOENT)/;

/** Whether an error of a Redis command is about Redis being away, and not about the command. */
export function isRedisAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'ReplyError') return PASSING_REPLIES.test(error.message);
  const code: unknown = 'code' in error ? error.code : undefined;
  return NO_CONNECTION.test(error.message) || (typeof code === 'string' && SOCKET_CODES.test(code));
}

/** The same methods, with errors of a Redis that is away translated to {@link StoreUnavailable}. */
export function translateErrors<T extends object & AsyncMethods<T>>(methods: T): T {
  return wrapMethods(methods, async (call) => {
    try {
      return await call();
    } catch (error) {
      throw isRedisAway(error) ? new StoreUnavailable(error) : error;
    }
  });
}
