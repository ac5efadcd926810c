import { resolve } from 'node:path';
import ts from 'typescript';

/** Entry points that stay separate modules: for servers, for the command line and for the tests of integrators. */
const MODULE_ENTRIES = [
  'src/index-server.ts',
  'src/server/index.ts',
  'src/service/index.ts',
  'src/service/cli.ts',
  'src/testing/index.ts',
];
/** The element: Vite bundles its code, so only its types come from here. */
const BUNDLED_ENTRY = 'src/index.ts';

/**
 * Compiles the helper, the service and the simulated person to JavaScript, and writes the types of everything.
 *
 * @throws Error with the compiler's messages when the types do not hold.
 */
export function emitModules(root: string, outDir: string): void {
  emit(root, outDir, MODULE_ENTRIES, {});
  emit(root, outDir, [BUNDLED_ENTRY], { emitDeclarationOnly: true });
}

function emit(
  root: string,
  outDir: string,
  entries: readonly string[],
  extra: ts.CompilerOptions,
): void {
  const { config, error } = ts.readConfigFile(resolve(root, 'tsconfig.json'), ts.sys.readFile);
  if (error) throw new Error(describe([error]));
  // Of the type check alone.
  const { incremental: _, tsBuildInfoFile: __, ...compilerOptions } = config.compilerOptions;
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, root);
  const ambientTypes = ts.sys.readDirectory(resolve(root, 'src'), ['.d.ts']);
  const program = ts.createProgram(
    [...entries.map((entry) => resolve(root, entry)), ...ambientTypes],
    {
      ...options,
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

function describe(diagnostics: readonly ts.Diagnostic[]): string {
  return ts.formatDiagnostics(diagnostics, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => process.cwd(),
    getNewLine: () => '\n',
  });
}
