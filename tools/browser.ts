import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

/** What it takes to start the browser; pass it to Playwright's `launch()` as it is. */
export interface BrowserLaunch {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

/** Where Chrome and Chromium are usually installed, best first. */
const USUAL_PATHS: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Nothing of the browser's own may go out to the network, and WebGL must work without a graphics card. */
const ARGS: readonly string[] = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

const PACKED_CHROMIUM = '@sparticuz/chromium';
const UNPACK_SCRIPT = `import chromium from '${PACKED_CHROMIUM}'; await chromium.executablePath();`;

/**
 * Finds the browser for the tests: `CHROME_PATH`, then an installed Chrome or Chromium, then the one that
 * `@sparticuz/chromium` carries inside npm (Linux on x64), which runs without system packages.
 *
 * @throws Error when there is none, or when `CHROME_PATH` names a file that is not there.
 */
export async function findBrowser(
  options: {
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly usualPaths?: readonly string[];
    readonly cacheFolder?: string;
  } = {},
): Promise<BrowserLaunch> {
  const { env = process.env, usualPaths = USUAL_PATHS } = options;
  const cacheFolder = options.cacheFolder ?? resolve('node_modules/.cache/nodeflux-liveness');
  // Chromium refuses its sandbox to root, who runs most containers.
  const args = process.getuid?.() === 0 ? [...ARGS, '--no-sandbox'] : [...ARGS];
  const inherited = definedOnly(env);

  if (env.CHROME_PATH) {
    if (!existsSync(env.CHROME_PATH)) {
      throw new Error(`CHROME_PATH names a file that is not there: ${env.CHROME_PATH}`);
    }
    return { executablePath: env.CHROME_PATH, args, env: inherited };
  }
  const installed = usualPaths.find((path) => existsSync(path));
  if (installed) return { executablePath: installed, args, env: inherited };

  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome or Chromium was found; install one, or set CHROME_PATH to it.');
  }
  const folder = await unpackChromium(cacheFolder);
  return {
    executablePath: join(folder, 'chromium'),
    args,
    env: {
      ...inherited,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}

/** Unpacks the browser that npm brought, once per version, and returns its folder. Safe to call in parallel. */
async function unpackChromium(cacheFolder: string): Promise<string> {
  const folder = join(cacheFolder, `chromium-${await packedVersion()}`);
  if (existsSync(folder)) return folder;

  await mkdir(cacheFolder, { recursive: true });
  const unfinished = await mkdtemp(`${folder}.`);
  try {
    // The package is made for AWS Lambda: it adds its system libraries only there, unpacks into the folder for
    // temporary files, and changes `process.env` on import. Hence a process of its own.
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK_SCRIPT], {
      cwd: import.meta.dirname,
      env: { ...process.env, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', TMPDIR: unfinished },
    });
    // Its own list of font folders names places on Lambda.
    await writeFile(join(unfinished, 'fonts', 'fonts.conf'), fontList(join(folder, 'fonts')));
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process may have been faster.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function fontList(fontFolder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fontFolder}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${fontFolder}-cache</cachedir>
</fontconfig>
`;
}

async function packedVersion(): Promise<string> {
  // The package exports no package.json, so it is read beside the entry point.
  const entry = createRequire(import.meta.url).resolve(PACKED_CHROMIUM);
  const root = entry.slice(0, entry.lastIndexOf(PACKED_CHROMIUM) + PACKED_CHROMIUM.length);
  return JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).version;
}

function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
