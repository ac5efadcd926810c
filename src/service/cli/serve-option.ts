import type { ServiceSettings } from '../settings.ts';

/** Where the service listens and writes, beside the settings of the service itself. */
export interface PlaceOptions {
  readonly port: number;
  readonly host: string;
  readonly keepAliveMs: number;
  readonly data: string;
  readonly redisUrl: string;
  readonly logLevel: string;
}

/** Everything that `serve` can be told. */
export type ServeValues = Partial<PlaceOptions> & ServiceSettings;

/** One option of `serve`: the same by flag and by environment, where the flag wins. */
export interface ServeOption {
  /** Without the two hyphens. */
  readonly flag: string;
  readonly group:
    | 'Where'
    | 'Who'
    | 'Checks'
    | 'Limits'
    | 'Links'
    | 'Keeping'
    | 'Telling'
    | 'Running';
  /** What stands for the value in the help. */
  readonly value: string;
  /** As it would be written. */
  readonly standard: string;
  readonly help: string;
  /** Its variable, when that is not made of the flag. */
  readonly environment?: string;
  /** Whether what is given may hold a password, and is never quoted. */
  readonly isSecret?: boolean;
  /** Whether the flag may come several times. */
  readonly repeats?: boolean;
  /** @throws Error that says what the option takes. */
  readonly read: (text: string) => ServeValues;
}

/** Name of an option in the environment: `--max-images` is `NODEFLUX_MAX_IMAGES`, and `--redis-url` `REDIS_URL`. */
export function environmentNameOf({
  environment,
  flag,
}: Pick<ServeOption, 'environment' | 'flag'>): string {
  return environment ?? `NODEFLUX_${flag.toUpperCase().replaceAll('-', '_')}`;
}
