import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../face-model/pinned-file.ts';

/** What a newcomer with one kind of page does, from the packages to a page that the backend of docs/start.md serves. */
export interface HostExample {
  readonly title: string;
  /** Its project in demo/hosts. */
  readonly folder: string;
  /** Its folder in the site, under `start`. */
  readonly slug: string;
  /** In Markdown. */
  readonly text: string;
}

interface HostManifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const HOSTS = join(PROJECT_ROOT, 'demo/hosts');

/** One for each section of docs/hosts.md that has a page in it, completed from its project in demo/hosts. */
export function hostExamples(): HostExample[] {
  const hosts = readFileSync(join(PROJECT_ROOT, 'docs/hosts.md'), 'utf8');
  const [, ...sections] = hosts.split(/^## /m);
  return sections.flatMap((section) => {
    const [title = '', ...lines] = section.split('\n');
    const shown = lines.join('\n').trim();
    const folder = shownHost(shown);
    if (!folder || /backend/i.test(folder + title)) return [];
    const slug = title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/-$/, '');
    const parts = [installOf(folder), shown, aroundOf(folder, shown), runOf(folder)];
    return [{ title, folder, slug, text: parts.filter(Boolean).join('\n\n') }];
  });
}

/** The project whose files a section shows; several begin with the same. */
function shownHost(shown: string): string | undefined {
  const counts = readdirSync(HOSTS).map((name) => {
    const files = filesOf(name).filter(([, code]) => shown.includes(code));
    return { name, count: files.length };
  });
  return counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)[0]?.name;
}

/** What it needs beside the packages of this project. */
function installOf(folder: string): string {
  const { dependencies = {}, devDependencies = {} } = manifestOf(folder);
  const others = Object.keys(dependencies).filter((name) => !name.startsWith('nodeflux-liveness'));
  const lines = [
    others.length > 0 ? `npm install ${others.join(' ')}` : '',
    Object.keys(devDependencies).length > 0
      ? `npm install --save-dev ${versioned(devDependencies).join(' ')}`
      : '',
  ].filter(Boolean);
  return lines.length > 0 ? block('sh', `${lines.join('\n')}\n`) : '';
}

/** Where the newest of a package is not what the example was tried with, its version. */
function versioned(packages: Readonly<Record<string, string>>): string[] {
  return Object.entries(packages).map(([name, range]) =>
    range.startsWith('~') ? `${name}@${range.slice(1)}` : name,
  );
}

/** The files that the page about all hosts leaves out. */
function aroundOf(folder: string, shown: string): string {
  const others = filesOf(folder).filter(([, code]) => !shown.includes(code));
  if (others.length === 0) return '';
  const blocks = others.map(
    ([name, code]) => `\`${name}\`\n\n${block(/\.(\w+)$/.exec(name)?.[1] ?? '', code)}`,
  );
  return `And around it:\n\n${blocks.join('\n\n')}`;
}

function runOf(folder: string): string {
  const { scripts = {} } = manifestOf(folder);
  if (!scripts.build) return '';
  const set = Object.entries(scripts)
    .map(([name, script]) => `npm pkg set scripts.${name}="${script}"`)
    .join('\n');
  const built = `Build it:\n\n${block('sh', `${set}\nnpm run build\n`)}`;
  return scripts.start
    ? `${built}\n\nIt has a server of its own, which asks the service of the next step. Once that runs, start it in a second terminal, and open its address in place of the backend’s:\n\n${block('sh', 'echo SERVICE_URL=http://localhost:8080/service >> .env\nnpm start\n')}`
    : `${built}\n\nThe backend of the next step serves what was built:\n\n${block('sh', 'echo PAGES=./dist >> .env\n')}`;
}

function manifestOf(folder: string): HostManifest {
  return JSON.parse(readFileSync(join(HOSTS, folder, 'package.json'), 'utf8'));
}

function filesOf(folder: string): (readonly [name: string, code: string])[] {
  return readdirSync(join(HOSTS, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'package.json')
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(join(HOSTS, folder).length + 1).replaceAll('\\', '/');
      return [name, readFileSync(path, 'utf8')] as const;
    });
}

function block(language: string, code: string): string {
  return `\`\`\`${language}\n${code}\`\`\``;
}
