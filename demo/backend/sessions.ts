import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const COOKIE_NAME = 'demo-session';
/** A demo on one machine; the oldest visitor is forgotten first. */
const MAX_SESSIONS = 1000;

/** Who is at the demo's pages. A real shop has this already: its log-in. */
export interface Sessions {
  /** Gives a visitor who opens a page a session, if there is none yet. */
  welcome(request: IncomingMessage, response: ServerResponse): void;
  /** Names the session of a request, or nothing for a stranger and for a made-up cookie. */
  of(request: Request): string | undefined;
}

/** Keeps sessions in memory, behind a cookie that scripts cannot read and other sites cannot send. */
export function createSessions(): Sessions {
  const known = new Set<string>();
  const find = (cookieHeader: string): string | undefined => {
    const value = new RegExp(`(?:^|;\\s*)${COOKIE_NAME}=([\\w-]+)`).exec(cookieHeader)?.[1];
    return value !== undefined && known.has(value) ? value : undefined;
  };
  return {
    welcome(request, response) {
      if (find(request.headers.cookie ?? '')) return;
      const session = randomUUID();
      known.add(session);
      for (const oldest of known) {
        if (known.size <= MAX_SESSIONS) break;
        known.delete(oldest);
      }
      response.setHeader(
        'set-cookie',
        `${COOKIE_NAME}=${session}; HttpOnly; SameSite=Strict; Path=/`,
      );
    },
    of: (request) => find(request.headers.get('cookie') ?? ''),
  };
}
