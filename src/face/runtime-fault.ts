/** The small runtime failed in a way in which the whole one may not: mostly it lacked a function. */
export class RuntimeFault extends Error {
  override readonly name = 'RuntimeFault';
  /** The functions that were running, innermost first, by their number in the small runtime. */
  readonly functions: readonly number[];

  constructor(message: string, functions: readonly number[]) {
    super(message);
    this.functions = functions;
  }
}

/** Why the whole runtime runs in place of the small one. */
export interface RuntimeFallback {
  /** Whether the small runtime failed at its start or at a picture. */
  readonly during: 'start' | 'frame';
  /** The functions that were running, innermost first, by their number in the small runtime; none where it did not trap. */
  readonly functions: readonly number[];
  /** What the engine said. */
  readonly message: string;
}

/** Every engine names the functions of a trap so: `wasm-function[123]`. */
const FUNCTION = /wasm-function\[(\d+)\]/g;

/** The functions in the stack of an error, innermost first. */
export function functionsIn(error: unknown): number[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return [...stack.matchAll(FUNCTION)].map(([, number]) => Number(number));
}
