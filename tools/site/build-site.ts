import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildFaceModel } from '../face-model/build-face-model.ts';
import { PROJECT_ROOT } from '../face-model/pinned-file.ts';
import { apiPages } from './api-pages.ts';
import { bundleClient, type ClientFiles } from './bundle-client.ts';
import { documentPages, FILES, hostPages } from './document-pages.ts';
import { elementPages } from './element-pages.ts';
import { llmsList, llmsWhole } from './llms.ts';
import { type NavigationGroup, type SitePage, shellOf } from './page-shell.ts';
import { readManifest } from './read-manifest.ts';
import { searchSections } from './search-index.ts';
import { firstPage, galleryPage, missingPage, playgroundPage } from './shown-pages.ts';
import { ALL_DOCUMENTS, DOCUMENTS } from './site-map.ts';

/** Where `npm run docs:build` puts the site. */
export const SITE_FOLDER = join(PROJECT_ROOT, 'dist-docs');

/** Every page of the site, before what stands around it. */
export function sitePages(): SitePage[] {
  return [
    firstPage(),
    ...documentPages(),
    ...hostPages(),
    ...elementPages(readManifest()),
    playgroundPage(),
    galleryPage(),
    ...apiPages(),
  ];
}

/** The groups of the navigation: the documents, and what is made beside them. */
function navigationOf(pages: readonly SitePage[]): NavigationGroup[] {
  const isDocument = new Set(ALL_DOCUMENTS.map(({ path }) => path));
  const made = (prefix: RegExp): SitePage[] =>
    pages.filter(({ path }) => prefix.test(path) && !isDocument.has(path));
  const short = (page: SitePage) => ({ ...page, title: page.title.replace(/^Start with /, '') });
  return DOCUMENTS.map(({ title, pages: documents }, index) => {
    if (index === 0) {
      const [overview, start, ...others] = documents;
      const before = [overview, start].filter((page) => page !== undefined);
      return { title, pages: [...before, ...made(/^start\//).map(short), ...others] };
    }
    if (index === 1)
      return { title, pages: [...made(/^(element\/|playground$|gallery$)/), ...documents] };
    if (index === 2)
      return { title: 'Backend and service', pages: [...made(/^api\//), ...documents] };
    return { title, pages: documents };
  });
}

/** Builds the site into a folder, which is emptied first. */
export async function buildSite(folder: string): Promise<void> {
  await buildFaceModel();
  await rm(folder, { recursive: true, force: true });
  const client = await bundleClient(folder);
  await writePages(folder, client);
}

/** Everything but the scripts and styles. */
async function writePages(folder: string, client: ClientFiles): Promise<void> {
  const pages = sitePages();
  const { version } = JSON.parse(await readFile(join(PROJECT_ROOT, 'package.json'), 'utf8'));
  const around = { navigation: navigationOf(pages), version, ...client };
  for (const page of pages) {
    await write(join(folder, page.path, 'index.html'), shellOf(page, around));
  }
  await write(join(folder, '404.html'), shellOf(missingPage(), around));
  await write(join(folder, 'search.json'), JSON.stringify(searchSections(pages)));
  // A static host has no service: the live checks end before anything is sent.
  await write(join(folder, 'backend.json'), '{"service":false}\n');
  await write(join(folder, 'llms.txt'), llmsList('.'));
  await write(join(folder, 'llms-full.txt'), llmsWhole());
  await cp(join(PROJECT_ROOT, 'docs'), join(folder, FILES), { recursive: true });
  for (const { source } of ALL_DOCUMENTS.filter((page) => !page.source.startsWith('docs/'))) {
    await cp(join(PROJECT_ROOT, source), join(folder, source));
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
