import { parseArgs } from 'node:util';
import { environmentNameOf, type ServeValues } from './serve-option.ts';
import { SERVE_OPTIONS } from './serve-options.ts';
import { UsageError } from './usage-error.ts';

/** Variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads what `serve` is told: flags first, then the environment, and nothing for what neither says.
 * @throws UsageError that names the option and what it takes.
 */
export function readServeOptions(args: readonly string[], environment: Environment): ServeValues {
  const flags = parseFlags(
    args,
    SERVE_OPTIONS.map(({ flag }) => flag),
  );
  let values: ServeValues = {};
  for (const option of SERVE_OPTIONS) {
    const environmentName = environmentNameOf(option);
    const given = flags[option.flag];
    if (given && given.length > 1 && !option.repeats) {
      throw new UsageError(`--${option.flag} may be given once`);
    }
    // A variable that is set to nothing is how compose files and shells say that it is not set.
    const text = given?.join(',') ?? (environment[environmentName] || undefined);
    if (text === undefined) continue;
    const name = given ? `--${option.flag}` : environmentName;
    try {
      values = { ...values, ...option.read(text) };
    } catch (error) {
      const quoted = option.isSecret ? '' : `, not "${text}"`;
      throw new UsageError(`${name} ${(error as Error).message}${quoted}`);
    }
  }
  return values;
}

/**
 * Takes flags with values apart. Positional arguments are not taken.
 * @throws UsageError for a flag that is not known or lacks its value.
 */
export function parseFlags(
  args: readonly string[],
  names: readonly string[],
): Readonly<Record<string, string[] | undefined>> {
  const options = Object.fromEntries(
    names.map((name) => [name, { type: 'string', multiple: true } as const]),
  );
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0] ?? 'Wrong options');
  }
}
