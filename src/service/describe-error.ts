/** What a log may hold of an unexpected error. */
export interface ErrorFacts {
  readonly type: string;
  readonly errorCode: string | undefined;
  readonly frames: readonly string[];
}

const MAX_FRAMES = 8;

/**
 * What can safely be logged of an unexpected error: its class, its code and where it was thrown.
 * Without its message: parsers quote their input in it, and the input here is the picture of a face.
 */
export function describeError(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error, errorCode: undefined, frames: [] };
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    type: error.constructor.name,
    errorCode: typeof code === 'string' ? code : undefined,
    frames: framesOf(error).slice(0, MAX_FRAMES),
  };
}

/** The lines of the stack after the message, which can itself hold lines that look like frames. */
function framesOf({ message, stack = '' }: Error): string[] {
  const messageAt = stack.indexOf(message);
  if (messageAt < 0) return [];
  return stack
    .slice(messageAt + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
}
