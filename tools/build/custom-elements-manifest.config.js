import { GESTURE_NAMES } from '../../src/challenge/gesture.ts';
import { RUNTIMES } from '../../src/face/face-assets.ts';
import { PACINGS } from '../../src/submission/pacing.ts';
import { en } from '../../src/ui/words/messages/en.ts';

/** What an integrator can import: the element is published as one file. */
const PUBLISHED_MODULE = 'dist/index.js';
/** The class and what belongs to it, and what registers it. */
const ENTRIES = ['src/element.ts', 'src/index.ts'];

/** Types that nobody can look up in a manifest, as what they are. */
const ALIASES = {
  Pacing: union(PACINGS),
  GestureName: union(GESTURE_NAMES),
  Runtime: union(RUNTIMES),
};

function union(words) {
  return words.map((word) => `'${word}'`).join(' | ');
}

function resolved(text) {
  const words = text.replace(/\b(Pacing|GestureName|Runtime)\b/g, (name) => ALIASES[name]);
  return words.replace(/^readonly ('.+')\[\]$/, 'readonly ($1)[]');
}

/** Every text has a slot of its name. */
const TEXT_SLOTS = Object.keys(en)
  .filter((name) => !name.startsWith('$'))
  .map((name) => ({ name, description: `In place of the text “${name}”.` }));

/** What `npm run manifest` reads to write custom-elements.json: the files that an integrator sees. */
export default {
  globs: [...ENTRIES, 'src/nodeflux-liveness.ts', 'src/events.ts', 'src/errors.ts'],
  outdir: '.',
  litelement: true,
  // It would rewrite package.json otherwise.
  packagejson: false,
  plugins: [
    {
      name: 'published-module',
      /** Tells of the one published file instead of the sources, and of nothing private. */
      packageLinkPhase({ customElementsManifest }) {
        // The order of files on disk must not decide whether the manifest is fresh.
        const modules = customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
        const declarations = modules.flatMap((module) => module.declarations);
        for (const declaration of declarations) {
          declaration.members = declaration.members?.filter(({ privacy }) => privacy !== 'private');
          for (const { type } of [
            ...(declaration.attributes ?? []),
            ...(declaration.members ?? []),
          ]) {
            if (type) type.text = resolved(type.text);
          }
          if (declaration.tagName) {
            const own = declaration.slots.map(({ name }) => name);
            declaration.slots.push(...TEXT_SLOTS.filter(({ name }) => !own.includes(name)));
          }
        }
        const described = new Set(declarations.map(({ name }) => name));
        const exported = modules
          .filter(({ path }) => ENTRIES.includes(path))
          .flatMap((module) => module.exports)
          .filter(({ declaration }) => described.has(declaration.name))
          .map((one) => ({
            ...one,
            declaration: { name: one.declaration.name, module: PUBLISHED_MODULE },
          }));
        customElementsManifest.modules = [
          {
            kind: 'javascript-module',
            path: PUBLISHED_MODULE,
            declarations,
            exports: exported,
          },
        ];
      },
    },
  ],
};
