import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { linkRequestSchema } from '../../submission/link-wire.ts';
import { keysFromEnvironment } from '../auth/access-keys.ts';
import { makeLink, mayReturnTo } from '../links/make-link.ts';
import { readSettings, type ServiceSettings } from '../settings.ts';
import type { Store } from '../storage/store.ts';
import { parseFlags } from './read-options.ts';
import { readDuration, readList } from './read-value.ts';
import { PLACE_FLAGS, withStore } from './store-place.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const FLAGS = ['subject', 'return-url', 'state', 'language', 'lifetime', 'key'];
const SETTING_FLAGS = ['public-url', 'base-path', 'return-origin'];

/**
 * `link`: makes a check by link by hand, in the database file or in Redis, and prints its address. The service has to run
 * there with the same `--public-url`.
 * @throws UsageError
 */
export async function runLinkCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const flags = parseFlags(args, [...PLACE_FLAGS, ...FLAGS, ...SETTING_FLAGS]);
  const last = (name: string) => flags[name]?.at(-1);
  const settings = settingsOf(last, terminal.environment);
  const lifetime = last('lifetime');
  const request = v.safeParse(linkRequestSchema, {
    subject: last('subject'),
    return_url: last('return-url'),
    state: last('state'),
    language: last('language'),
    lifetime_seconds: lifetime === undefined ? undefined : inSeconds(lifetime),
  });
  if (!request.success) {
    const [issue] = request.issues;
    throw new UsageError(`--${(v.getDotPath(issue) ?? '').replaceAll('_', '-')} cannot be used`);
  }
  const { return_url: returnUrl } = request.output;
  if (returnUrl !== undefined && !mayReturnTo(returnUrl, settings)) {
    throw new UsageError('--return-url takes an address at an origin of --return-origin');
  }
  return withStore(flags, terminal, { mustExist: true }, async (store) => {
    const accessKey = last('key') ?? (await anyKey(store, terminal));
    const { link, url } = makeLink(request.output, {
      accessKey,
      settings,
      random: randomBytes,
      nowMs: terminal.now(),
    });
    await store.links.add(link);
    terminal.tell(`Good until ${new Date(link.expiresAtMs).toISOString()}, for one person:`);
    terminal.print(url);
    return 0;
  });
}

function settingsOf(
  last: (name: string) => string | undefined,
  environment: Terminal['environment'],
) {
  const publicUrl = last('public-url') ?? (environment.NODEFLUX_PUBLIC_URL || undefined);
  if (publicUrl === undefined) throw new UsageError('link takes --public-url, as serve has it');
  const returnOrigins = last('return-origin') ?? environment.NODEFLUX_RETURN_ORIGIN ?? '';
  const settings: ServiceSettings = {
    publicUrl,
    basePath: last('base-path') ?? environment.NODEFLUX_BASE_PATH ?? '',
    returnOrigins: readList(returnOrigins),
  };
  try {
    return readSettings(settings);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function inSeconds(text: string): number {
  try {
    return readDuration(text) / 1000;
  } catch (error) {
    throw new UsageError(`--lifetime ${(error as Error).message}`);
  }
}

/** The only one, or the first of several: which backend may ask after the link. */
async function anyKey(store: Store, { environment }: Terminal): Promise<string> {
  const [configured] = keysFromEnvironment(environment);
  if (configured) return configured.accessKey;
  const stored = (await store.keys.list()).find((key) => key.disabledAtMs === undefined);
  if (stored) return stored.accessKey;
  throw new UsageError('There is no access key yet; `keys create` makes one');
}
