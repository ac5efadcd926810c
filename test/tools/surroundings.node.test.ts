import assert from 'node:assert/strict';
import { dirname, resolve } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '../..');

/** What the compiler says about each text, as one more file with a project's options, its types and nothing else. */
function complaints(project: string, texts: readonly string[]): string[] {
  const configFile = resolve(ROOT, project, 'tsconfig.json');
  const { config } = ts.readConfigFile(configFile, ts.sys.readFile);
  const parsed = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    dirname(configFile),
    undefined,
    configFile,
  );
  // Ambient declarations alone: the sources would cost a minute, and add no globals.
  const ambient = parsed.fileNames.filter((name) => name.endsWith('.d.ts'));
  const files = new Map(
    texts.map((text, place) => [resolve(ROOT, project, `added-${place}.ts`), text]),
  );
  const host = ts.createCompilerHost(parsed.options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name);
    return text === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  };
  host.fileExists = (name) => files.has(name) || fileExists(name);
  const program = ts.createProgram([...ambient, ...files.keys()], parsed.options, host);
  return [...files.keys()].map((name) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(name))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
      .join('; '),
  );
}

describe('the compiler', () => {
  for (const project of ['src', 'demo']) {
    it(`knows the page and not Node in ${project}`, () => {
      const [page, buffer, environment] = complaints(project, [
        'export const title = document.title;',
        'export const a = Buffer.of(1);',
        'export const a = process.env;',
      ]);
      assert.equal(page, '');
      assert.match(buffer ?? '', /Buffer/);
      assert.match(environment ?? '', /process/);
    });
  }
  for (const project of ['src/server', 'src/service']) {
    it(`knows Node and not the page in ${project}`, () => {
      const [node, page, global] = complaints(project, [
        'export const a = Buffer.of(1), b = fetch;',
        'export const a = document.title;',
        'export const a = window.name;',
      ]);
      assert.equal(node, '');
      assert.match(page ?? '', /document/);
      assert.match(global ?? '', /window/);
    });
  }
});
