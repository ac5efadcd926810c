import { SIGNING_KEYS_PATH } from '../../submission/job-wire.ts';
import type { PublishedKeys } from '../audit/signing-keys.ts';
import type { App } from './environment.ts';

/** How long a verifier may keep the keys: a new one is published before most have asked again. */
const FRESH_SECONDS = 300;

/** The public keys that verdicts are verified with, for anybody. */
export function addPublishedKeysRoute(app: App, keys: PublishedKeys): void {
  const body = JSON.stringify(keys);
  app.get(SIGNING_KEYS_PATH, (context) => {
    context.set('isPublic', true);
    return context.body(body, 200, {
      'content-type': 'application/jwk-set+json',
      'cache-control': `public, max-age=${FRESH_SECONDS}`,
    });
  });
}
