import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

/**
 * Compiles entry points, and what they import, to JavaScript and types, file by file.
 *
 * @throws Error with the compiler's messages when the types do not hold.
 */
export function emitModules(root: string, outDir: string, entries: readonly string[]): void {
  emit(root, outDir, entries, {});
}

/** Writes only the types of entry points that are bundled, and of what they import. */
export function emitTypes(root: string, outDir: string, entries: readonly string[]): void {
  emit(root, outDir, entries, { emitDeclarationOnly: true });
}

/** Writes a module as it is, without what it imports and without types: what stands before a bundle. */
export function emitModule(root: string, outDir: string, entry: string): void {
  const source = readFileSync(join(root, 'src', `${entry}.ts`), 'utf8');
  const { outputText } = ts.transpileModule(source, { compilerOptions: compilerOptions(root) });
  const path = join(outDir, `${entry}.js`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, outputText);
}

function emit(
  root: string,
  outDir: string,
  entries: readonly string[],
  extra: ts.CompilerOptions,
): void {
  const ambientTypes = ts.sys.readDirectory(resolve(root, 'src'), ['.d.ts']);
  const program = ts.createProgram(
    [...entries.map((entry) => resolve(root, entry)), ...ambientTypes],
    {
      ...compilerOptions(root),
      noEmit: false,
      stripInternal: true,
      declaration: true,
      sourceMap: false,
      rootDir: resolve(root, 'src'),
      outDir,
      removeComments: false,
      ...extra,
    },
  );
  const { diagnostics, emitSkipped } = program.emit();
  const all = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (all.length > 0 || emitSkipped) throw new Error(describe(all));
}

function compilerOptions(root: string): ts.CompilerOptions {
  const { config, error } = ts.readConfigFile(resolve(root, 'tsconfig.json'), ts.sys.readFile);
  if (error) throw new Error(describe([error]));
  // Of the type check alone.
  const { incremental: _, tsBuildInfoFile: __, ...read } = config.compilerOptions;
  return ts.convertCompilerOptionsFromJson(read, root).options;
}

function describe(diagnostics: readonly ts.Diagnostic[]): string {
  return ts.formatDiagnostics(diagnostics, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => process.cwd(),
    getNewLine: () => '\n',
  });
}
