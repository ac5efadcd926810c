import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction } from 'node:vm';
import { type CompiledModel, loadAndCompile, loadLiteRt, Tensor } from '@litertjs/core';

/** A TFLite model with one float image as input. */
export interface NeuralModel {
  /** Runs the model. The values must fill the input; the answers come in the model's own order. */
  run(input: Float32Array): Promise<readonly Float32Array[]>;
  /** Frees the model's memory. */
  close(): void;
}

/** A model could not be loaded, or answered with something that no picture gives. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
}

/**
 * Opens a model of `analysis/models`. The first call starts the runtime, once per thread.
 * Throws {@link ModelFailure} when the file is missing (`npm run model` makes it) or is not a model.
 */
export async function openModel(fileName: string): Promise<NeuralModel> {
  const path = new URL(`../models/${fileName}`, import.meta.url);
  return openModelFile(path, fileName, 'run `npm run model`');
}

/**
 * Opens any TFLite file, such as an operator's.
 * Throws {@link ModelFailure} when the file is missing or is not a model.
 */
export async function openModelFile(
  path: string | URL,
  fileName = String(path),
  cure = 'it must be a TFLite model',
): Promise<NeuralModel> {
  const runtime = await startRuntime();
  let model: CompiledModel;
  try {
    model = await loadAndCompile(new Uint8Array(await readFile(path)), { accelerator: 'wasm' });
  } catch (cause) {
    throw new ModelFailure(`${fileName} cannot be opened; ${cure}.`, { cause });
  }
  const shape = model.getInputDetails()[0]?.shape;
  if (!shape) throw new ModelFailure(`${fileName} takes no input.`);
  return {
    async run(input) {
      runtime.complaints.length = 0;
      const tensor = new Tensor(input, [...shape]);
      let outputs: Tensor[] = [];
      try {
        outputs = await model.run(tensor);
        const values = outputs.map((output) => Float32Array.from(output.toTypedArray()));
        checkValues(fileName, values, runtime.complaints);
        return values;
      } finally {
        tensor.delete();
        for (const output of outputs) output.delete();
      }
    },
    close: () => model.delete(),
  };
}

/** LiteRT.js resolves and only logs when a graph fails: its answers are then zeros or NaN. */
function checkValues(
  fileName: string,
  outputs: readonly Float32Array[],
  complaints: readonly string[],
): void {
  const isSound = outputs.every(
    (values) => values.every(Number.isFinite) && values.some((value) => value !== 0),
  );
  if (isSound && outputs.length > 0 && complaints.length === 0) return;
  throw new ModelFailure(`${fileName} failed. ${complaints.join(' ')}`.trim());
}

/** What LiteRT.js looks for in a browser. */
interface BrowserGlobals {
  self?: unknown;
  importScripts?: (path: string) => void;
  Module?: { print(line: string): void; printErr(line: string): void } | undefined;
  ModuleFactory?: unknown;
  console: { warn(...facts: unknown[]): void };
}

interface Runtime {
  /** Errors that the runtime printed since the list was last emptied. */
  readonly complaints: string[];
}

let runtime: Promise<Runtime> | undefined;

/**
 * Starts LiteRT.js, a browser package, in this Node thread: it wants a `self`, and `importScripts` to load its own glue,
 * which then finds its wasm file by itself.
 */
function startRuntime(): Promise<Runtime> {
  runtime ??= (async () => {
    const complaints: string[] = [];
    const globals = globalThis as unknown as BrowserGlobals;
    const { resolve } = createRequire(import.meta.url);
    globals.self = globalThis;
    globals.importScripts = (path) => {
      globals.ModuleFactory = loadGlue(path);
    };
    globals.Module = {
      print() {},
      printErr(line) {
        if (/^ERROR/.test(line)) complaints.push(line);
      },
    };
    const glue = resolve('@litertjs/core/wasm/litert_wasm_internal.js');
    // It looks for a GPU and warns that there is none: known, and no news for the operator's log.
    const { warn } = globals.console;
    globals.console.warn = () => {};
    try {
      await loadLiteRt(glue.replace(/[^/\\]*$/, ''));
    } finally {
      globals.console.warn = warn;
    }
    return { complaints };
  })();
  return runtime;
}

/** Runs the glue as the CommonJS that it is; its package says `"type": "module"`, so `require` refuses it. */
function loadGlue(path: string): unknown {
  const glue: { exports: unknown } = { exports: {} };
  const run = compileFunction(
    readFileSync(path, 'utf8'),
    ['module', 'exports', 'require', '__filename', '__dirname'],
    { filename: path },
  );
  run(glue, glue.exports, createRequire(path), path, dirname(path));
  return glue.exports;
}
