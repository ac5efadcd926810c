/** `npm run docs:build`: builds the documentation site into `dist-docs/`, for any static host, and docs/llms.txt. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../face-model/pinned-file.ts';
import { buildSite, SITE_FOLDER } from './build-site.ts';
import { llmsList } from './llms.ts';

await writeFile(join(PROJECT_ROOT, 'docs/llms.txt'), llmsList('docs'));
await buildSite(SITE_FOLDER);
console.log('built dist-docs/');
