/** What a log may hold of an unexpected error. */
export interface ErrorFacts {
  readonly type: string;
  readonly errorCode: string | undefined;
  readonly frames: readonly string[];
}

/**
 * What can safely be logged of an unexpected error: its class, its code and where it was thrown.
 * Not its message: parsers quote their input in it, and the input here is somebody's face.
 */
export function describeError(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error, errorCode: undefined, frames: [] };
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    type: error.constructor.name,
    errorCode: typeof code === 'string' ? code : undefined,
    frames: (error.stack ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => /^at .*\d+:\d+\)?$/.test(line))
      .slice(0, 8),
  };
}
