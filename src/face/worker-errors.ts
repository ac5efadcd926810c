import { LivenessError, type LivenessErrorCode } from '../errors.ts';

/** A {@link LivenessError} as it crosses from the worker: structured cloning keeps no class and no code. */
export interface WireError {
  readonly failed: LivenessErrorCode;
  readonly detail: string;
  readonly errors: readonly unknown[];
}

/** Turns any error of the worker into one that can be posted. */
export function wireError(error: unknown): WireError {
  const known = error instanceof LivenessError ? error : undefined;
  const cause = known ? known.cause : error;
  const why = cause instanceof Error ? `${cause.name}: ${cause.message}` : '';
  return {
    failed: known?.code ?? 'tracker-failed',
    detail: [known?.detail, why].filter(Boolean).join('; '),
    errors: known?.errors ?? [],
  };
}

/** Turns it back, on the page. */
export function readWireError({ failed, detail, errors }: WireError): LivenessError {
  return new LivenessError(failed, { errors, detail });
}
