import { environmentNameOf, type ServeOption } from './serve-option.ts';
import { SERVE_OPTIONS } from './serve-options.ts';

const HELP_COLUMN = 34;
const HELP_WIDTH = 66;

/** What `--help` prints. */
export function helpText(): string {
  return `nodeflux-liveness-service: the self-hosted liveness service

Usage
  nodeflux-liveness-service serve [options]           runs the service until SIGTERM or SIGINT
  nodeflux-liveness-service work [options]            only does the jobs that others accept, on the same store; for
                                                      operators it listens on port 8788
  nodeflux-liveness-service keys create [--label <text>] [--data <file>]
                                                      makes an access key and shows its secret, once
  nodeflux-liveness-service keys list [--data <file>] lists the access keys, without secrets
  nodeflux-liveness-service keys disable <access key> [--data <file>]
                                                      ends a key at once, also while the service runs
  nodeflux-liveness-service images <job id> --out <folder> [--data <file>]
                                                      writes the kept images of a job; needs NODEFLUX_IMAGE_KEY
  nodeflux-liveness-service link --public-url <origin> [--subject <text>] [--return-url <url>] [--state <text>]
      [--language <tag>] [--lifetime <time>] [--key <access key>] [--data <file>]
                                                      makes a check by link and prints its address
  nodeflux-liveness-service webhooks secret           makes a secret that webhooks are signed with
  nodeflux-liveness-service webhooks list [--data <file>]
                                                      lists the webhooks that were given up after a day
  nodeflux-liveness-service webhooks resend <job id> | --all [--data <file>]
                                                      has them sent again by the service
  nodeflux-liveness-service signing-keys create --file <file>
                                                      makes the key that verdicts are signed with
  nodeflux-liveness-service signing-keys rotate --file <file> [--keep <time>]
                                                      puts a new key before it; earlier ones stay published for 400d
  nodeflux-liveness-service verify <file> --jwks <file>
                                                      verifies a signed verdict or an evidence file, offline
  nodeflux-liveness-service --help | --version
  keys, images, link and webhooks work on Redis when REDIS_URL is set, unless --data is given.

To begin
  nodeflux-liveness-service keys create --label shop
  nodeflux-liveness-service serve --origin https://shop.example

Options of serve and work. Each can be set in the environment instead: --max-images is NODEFLUX_MAX_IMAGES.
${formatOptions()}

Secrets come from the environment only
  NODEFLUX_ACCESS_KEY, NODEFLUX_SECRET_KEY    one more access key, beside those in the database
  REDIS_URL                                   where several processes meet; may hold a password
  NODEFLUX_WEBHOOK_SECRET                     signs webhooks; two with a space between while one replaces the other
  NODEFLUX_IMAGE_KEY                          encrypts kept images: 32 bytes as base64 or hex

Times are written like 500ms, 90s, 15m, 24h, 30d. Exit codes: 0 done, 1 failed, 2 called wrongly.`;
}

/** The options as a table for docs/service.md, which a test compares. */
export function formatOptionTable(): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const rows = SERVE_OPTIONS.map(
    (option) =>
      `| \`--${option.flag} ${cell(option.value)}\` | \`${environmentNameOf(option)}\` | ${option.standard && `\`${option.standard}\``} | ${cell(option.help)} |`,
  );
  return ['| option | environment | default | |', '|---|---|---|---|', ...rows].join('\n');
}

function formatOptions(): string {
  const groups = [...new Set(SERVE_OPTIONS.map(({ group }) => group))];
  return groups
    .map((name) => {
      const options = SERVE_OPTIONS.filter(({ group }) => group === name);
      return `\n ${name}\n${options.map(formatOption).join('\n')}`;
    })
    .join('\n');
}

function formatOption({ flag, help, standard, value }: ServeOption): string {
  const lines = wrap(standard === '' ? help : `${help} [${standard}]`, HELP_WIDTH);
  const [first = '', ...rest] = lines;
  const name = `  --${flag} ${value}`;
  const indent = ' '.repeat(HELP_COLUMN);
  const start = name.length < HELP_COLUMN ? name.padEnd(HELP_COLUMN) : `${name}\n${indent}`;
  return [start + first, ...rest.map((line) => indent + line)].join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
