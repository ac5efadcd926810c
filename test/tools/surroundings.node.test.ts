import assert from 'node:assert/strict';
import { dirname, resolve } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '../..');

/** What the compiler says about one more file in a project. */
function complaints(project: string, text: string): string[] {
  const configFile = resolve(ROOT, project, 'tsconfig.json');
  const { config } = ts.readConfigFile(configFile, ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    dirname(configFile),
    undefined,
    configFile,
  );
  const added = resolve(ROOT, project, 'one-more-file.ts');
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...rest) =>
    name === added
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022)
      : getSourceFile(name, ...rest);
  host.fileExists = (name) => name === added || fileExists(name);
  const program = ts.createProgram([...fileNames, added], options, host);
  const file = program.getSourceFile(added);
  return program
    .getSemanticDiagnostics(file)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('the compiler', () => {
  for (const project of ['src', 'demo']) {
    it(`knows the page and not Node in ${project}`, () => {
      assert.deepEqual(complaints(project, 'export const title = document.title;'), []);
      assert.match(String(complaints(project, 'export const a = Buffer.of(1);')), /Buffer/);
      assert.match(String(complaints(project, 'export const a = process.env;')), /process/);
    });
  }
  for (const project of ['src/server', 'src/service']) {
    it(`knows Node and not the page in ${project}`, () => {
      assert.deepEqual(complaints(project, 'export const a = Buffer.of(1), b = fetch;'), []);
      assert.match(String(complaints(project, 'export const a = document.title;')), /document/);
      assert.match(String(complaints(project, 'export const a = window.name;')), /window/);
    });
  }
});
