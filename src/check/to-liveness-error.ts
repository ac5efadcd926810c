import { LivenessError } from '../errors.ts';

/** The last net: what no stage has translated is a failure of the tracker or of our own, and says so. */
export function toLivenessError(cause: unknown): LivenessError {
  if (cause instanceof LivenessError) return cause;
  const detail = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return new LivenessError('internal', { cause, detail });
}
