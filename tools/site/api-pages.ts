import { join } from 'node:path';
import ts from 'typescript';
import { PROJECT_ROOT } from '../face-model/pinned-file.ts';
import type { SitePage } from './page-shell.ts';
import { codeBlock, escapeHtml, type Heading } from './render-markdown.ts';

/** What can be imported, by the page that tells of it. */
const ENTRIES = [
  {
    path: 'api/page',
    title: 'nodeflux-liveness',
    file: 'src/index.ts',
    summary: 'What a page can import beside the element: events, error codes, words, types.',
  },
  {
    path: 'api/server',
    title: 'nodeflux-liveness/server',
    file: 'src/server/index.ts',
    summary:
      'The helper for your backend: tokens, verdicts and webhooks, in web-standard requests.',
  },
  {
    path: 'api/service',
    title: 'nodeflux-liveness-service',
    file: 'src/service/index.ts',
    summary: 'The service inside a server of yours.',
  },
  {
    path: 'api/testing',
    title: 'nodeflux-liveness/testing',
    file: 'src/testing/index.ts',
    summary: 'The simulated person and their attackers, for tests in a browser without a camera.',
  },
] as const;

/** A page for each entry of the packages, from the comments in the source. */
export function apiPages(): SitePage[] {
  const program = ts.createProgram(
    ENTRIES.map(({ file }) => join(PROJECT_ROOT, file)),
    {
      noEmit: true,
      strict: true,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
      experimentalDecorators: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: ['node'],
    },
  );
  const checker = program.getTypeChecker();
  return ENTRIES.map((entry) => {
    const source = program.getSourceFile(join(PROJECT_ROOT, entry.file));
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${entry.file} exports nothing.`);
    const all = checker
      .getExportsOfModule(module)
      .map((one) =>
        one.flags & ts.SymbolFlags.Alias
          ? ([one.name, checker.getAliasedSymbol(one)] as const)
          : ([one.name, one] as const),
      )
      .filter(([, symbol]) => !isInternal(symbol));
    const isValue = ([, symbol]: (typeof all)[number]): boolean =>
      Boolean(symbol.flags & ts.SymbolFlags.Value);
    const headings: Heading[] = [];
    const section = (title: string, id: string, members: typeof all): string => {
      if (members.length === 0) return '';
      headings.push({ level: 2, text: title, id });
      const entries = members.map(([name, symbol]) => {
        headings.push({ level: 3, text: name, id: name });
        return exportOf(name, symbol, checker);
      });
      return `<h2 id="${id}">${title}</h2>\n${entries.join('\n')}`;
    };
    const values = section('To call and to read', 'values', all.filter(isValue));
    const types = section(
      'Types',
      'types',
      all.filter((one) => !isValue(one)),
    );
    const body = `<h1><code>${entry.title}</code></h1>\n<p class="lead">${entry.summary}</p>\n${values}\n${types}`;
    return { path: entry.path, title: entry.title, summary: entry.summary, body, headings };
  });
}

function exportOf(name: string, symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const examples = symbol
    .getJsDocTags(checker)
    .filter((tag) => tag.name === 'example')
    .map(({ text }) => /```ts\n([\s\S]+?)\n```/.exec(ts.displayPartsToString(text))?.[1] ?? '');
  return `<section class="entry" aria-labelledby="${name}">
<h3 id="${name}"><code>${name}</code> <a class="anchor" href="#${name}" aria-label="Link to ${name}">#</a></h3>
<p>${aboutOf(symbol, checker)}</p>
${membersOf(symbol, checker)}
${examples.map((code) => codeBlock(`${code}\n`, 'ts')).join('')}
</section>`;
}

/** The fields of what is given by name, and those of the options that a function takes are under its own name. */
function membersOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const declared = symbol.declarations?.find(
    (one) => ts.isInterfaceDeclaration(one) || ts.isClassDeclaration(one),
  );
  if (!declared) return '';
  const rows = checker
    .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))
    .filter((member) => isOwn(member) && !isInternal(member) && !/^(__|#)/.test(member.name))
    .map((member) => {
      const declaration = member.declarations?.[0];
      const type = declaration ? typeOf(member, declaration, checker) : '';
      const optional = member.flags & ts.SymbolFlags.Optional ? '?' : '';
      return `<tr><td><code>${escapeHtml(member.name)}${optional}</code></td><td><code>${escapeHtml(type)}</code></td><td>${aboutOf(member, checker)}</td></tr>`;
    });
  if (rows.length === 0) return '';
  return `<div class="table" tabindex="0" role="group" aria-label="Members of ${symbol.name}"><table>
<thead><tr><th scope="col">name</th><th scope="col">type</th><th scope="col">what it is</th></tr></thead>
<tbody>\n${rows.join('\n')}\n</tbody></table></div>`;
}

/** As it is written, where it is written: what TypeScript makes of it is longer. */
function typeOf(member: ts.Symbol, declaration: ts.Declaration, checker: ts.TypeChecker): string {
  const written = (declaration as Partial<ts.PropertySignature>).type;
  if (written && ts.isPropertySignature(declaration)) return written.getText();
  return checker.typeToString(checker.getTypeOfSymbolAtLocation(member, declaration));
}

/** Of this project: a class of errors or events inherits dozens of others. */
function isOwn(member: ts.Symbol): boolean {
  return Boolean(
    member.declarations?.some((one) => {
      const { fileName } = one.getSourceFile();
      const isHidden =
        ts.getCombinedModifierFlags(one) & ts.ModifierFlags.NonPublicAccessibilityModifier;
      return fileName.startsWith(PROJECT_ROOT) && !fileName.includes('node_modules') && !isHidden;
    }),
  );
}

function isInternal(symbol: ts.Symbol): boolean {
  return symbol.getJsDocTags().some(({ name }) => name === 'internal');
}

/** The comment, in which code stands between backticks and names in links. */
function aboutOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  return escapeHtml(text.replace(/\{@link ([^}]+)\}/g, '`$1`').trim())
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\n\n/g, '</p>\n<p>');
}
