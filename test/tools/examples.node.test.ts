import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { before, describe, it } from 'node:test';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '../..');
/** The public entries, by the names under which they are imported. */
const ENTRIES: Readonly<Record<string, string>> = {
  'nodeflux-liveness': 'src/index.ts',
  'nodeflux-liveness/element': 'src/element.ts',
  'nodeflux-liveness/react': 'src/frameworks/react.ts',
  'nodeflux-liveness/server': 'src/server/index.ts',
  'nodeflux-liveness-service': 'src/service/index.ts',
  'nodeflux-liveness/testing': 'src/testing/index.ts',
};
const COMPILER_OPTIONS: ts.CompilerOptions = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  useDefineForClassFields: false,
  experimentalDecorators: false,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  paths: Object.fromEntries(
    Object.entries(ENTRIES).map(([name, file]) => [name, [resolve(ROOT, file)]]),
  ),
};

/** An example of a doc comment, as a file of its own. */
interface Example {
  readonly of: string;
  readonly path: string;
  readonly code: string;
}

describe('the public exports', () => {
  const without: string[] = [];
  const examples: Example[] = [];

  before(() => {
    const program = ts.createProgram(
      Object.values(ENTRIES).map((file) => resolve(ROOT, file)),
      COMPILER_OPTIONS,
    );
    const checker = program.getTypeChecker();
    for (const [entry, file] of Object.entries(ENTRIES)) {
      const source = program.getSourceFile(resolve(ROOT, file));
      const module = source && checker.getSymbolAtLocation(source);
      assert.ok(module, entry);
      for (const exported of checker.getExportsOfModule(module)) {
        const symbol =
          exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
        const [declaration] = exported.declarations ?? [];
        const isType = declaration && ts.isTypeOnlyExportDeclaration(declaration);
        if (isType || !(symbol.flags & ts.SymbolFlags.Value)) continue;
        const of = `${exported.name} of ${entry}`;
        const written = symbol
          .getJsDocTags(checker)
          .filter(({ name }) => name === 'example')
          .map(({ text }) => ts.displayPartsToString(text));
        if (written.length === 0) without.push(of);
        for (const text of written) {
          const code = /^```ts\n([\s\S]+?)\n```$/.exec(text.trim())?.[1];
          assert.ok(code, `the example of ${of} is no TypeScript`);
          const path = resolve(ROOT, `test/example-${examples.length}.ts`);
          examples.push({ of, path, code: `${code}\nexport {};\n` });
        }
      }
    }
  });

  it('have an example each', () => {
    assert.ok(examples.length > 30);
    assert.deepEqual(without, []);
  });

  it('are used in the examples as their types want it', () => {
    const codes = new Map(examples.map(({ path, code }) => [path, code]));
    const host = ts.createCompilerHost(COMPILER_OPTIONS);
    const { fileExists, readFile, getSourceFile } = host;
    host.fileExists = (path) => codes.has(path) || fileExists(path);
    host.readFile = (path) => codes.get(path) ?? readFile(path);
    host.getSourceFile = (path, version, ...rest) => {
      const code = codes.get(path);
      return code === undefined
        ? getSourceFile(path, version, ...rest)
        : ts.createSourceFile(path, code, version);
    };
    const program = ts.createProgram([...codes.keys()], COMPILER_OPTIONS, host);
    const faults = examples.flatMap(({ of, path }) =>
      ts
        .getPreEmitDiagnostics(program, program.getSourceFile(path))
        .map(({ messageText }) => `${of}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
    );
    assert.deepEqual(faults, []);
  });
});
