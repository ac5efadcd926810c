import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { PROJECT_ROOT } from '../face-model/pinned-file.ts';
import { DOCUMENTS } from './site-map.ts';

const LEAD = `# nodeflux-liveness

> A web component, \`<nodeflux-liveness>\`, that asks a person for a few random movements in front of the camera, a helper for the integrator's backend, and a self-hosted service that says whether a live person did them.

- The verdict that counts is the one that the backend reads; what a page says can be forged.
- It is not certified, and it does not find injected video. See the overview and the attacks.
- \`custom-elements.json\` of the package describes every attribute, property, event, slot, part and custom property.
`;

/**
 * The list of pages for programs that read, as llmstxt.org has it.
 *
 * @param from The folder that it stands in, in the repository: links lead from there.
 */
export function llmsList(from: string): string {
  const groups = DOCUMENTS.map(({ title, pages }) => {
    const lines = pages.map(
      (page) => `- [${page.title}](${posix.relative(from, page.source)}): ${page.summary}`,
    );
    return `## ${title}\n\n${lines.join('\n')}\n`;
  });
  return `${LEAD}\n${groups.join('\n')}`;
}

/** All pages, one after another. */
export function llmsWhole(): string {
  const pages = DOCUMENTS.flatMap((group) => group.pages).map(({ source }) => {
    const text = readFileSync(join(PROJECT_ROOT, source), 'utf8').trim();
    return `<!-- ${source} -->\n\n${text}\n`;
  });
  return `${LEAD}\n${pages.join('\n')}`;
}
