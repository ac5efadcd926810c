import { LivenessError, type LivenessErrorCode } from '../errors.ts';
import { RuntimeFault } from './runtime-fault.ts';

/** A {@link LivenessError} as it crosses from the worker: structured cloning keeps no class and no code. */
export interface WireError {
  readonly failed: LivenessErrorCode;
  readonly detail: string;
  readonly errors: readonly unknown[];
  /** Of a {@link RuntimeFault}. */
  readonly functions?: readonly number[];
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
    ...(cause instanceof RuntimeFault ? { functions: cause.functions } : {}),
  };
}

/** Turns it back, on the page. */
export function readWireError({ failed, detail, errors, functions }: WireError): LivenessError {
  const cause = functions && new RuntimeFault(detail, functions);
  return new LivenessError(failed, { errors, detail, cause });
}
