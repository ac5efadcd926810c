import type { GestureName } from '../challenge/gesture.ts';

/*
 * What the self-hosted service tells the holder of the access key about a job, in the extra field `details`. The codes
 * are stable: backends decide by them. docs/verdict.md has what each one measures.
 */

/** Faults of the images or the session: one for each rule of the verdict. */
export const VERDICT_FAULT_CODES = [
  'no-face',
  'several-faces',
  'face-unsure',
  'nose-covered',
  'eyes-covered',
  'neutral-turned-away',
  'identical-images',
  'different-person',
  'too-few-gestures',
  'gesture-not-seen',
  'blink-not-seen',
  'same-picture',
  'flat-turn',
  'movement-not-seen',
  'virtual-camera',
  'frame-seen-before',
  'taken-before-asked',
  'done-too-fast',
  'passive-score-low',
] as const;

/** Faults of jobs that came to no verdict. */
export const JOB_FAULT_CODES = [
  'image-refused',
  'analysis-failed',
  'attempts-exhausted',
  'images-expired',
] as const;

/** Every code that this version of the service writes as a fault. */
export const FAULT_CODES = [...VERDICT_FAULT_CODES, ...JOB_FAULT_CODES] as const;

/** Every code that this version of the service writes as a measurement. */
export const MEASUREMENT_CODES = [
  'gesture-clearness',
  'turn-depth',
  'face-distance',
  'passive-score',
] as const;

/** Code of a fault that a rule of the verdict finds. */
export type VerdictFaultCode = (typeof VERDICT_FAULT_CODES)[number];
/** Code of a fault. */
export type FaultCode = (typeof FAULT_CODES)[number];
/** Code of a measurement. */
export type MeasurementCode = (typeof MEASUREMENT_CODES)[number];

/** A word of a known list, or one that a newer service has added to it. */
export type OpenWord<Known extends string> = Known | (string & NonNullable<unknown>);

/** One thing that was found in the images or the session of a job. */
export interface Finding {
  /** One sentence for people to read. Its words may change; the code does not. */
  readonly message: string;
  /** Which image, in the order sent; 0 is the neutral face. */
  readonly image?: number;
  /** Which step of a paced session; 0 is the neutral face. */
  readonly step?: number;
  /** The gesture that it is about. */
  readonly gesture?: OpenWord<GestureName>;
  /** What was measured, in the unit that docs/verdict.md names for the code; absent where there is no number. */
  readonly measured?: number;
  /** What it was measured against. */
  readonly limit?: number;
}

/** Why a job is not live, `incompleted` or failed. */
export interface Fault<Code extends string = FaultCode> extends Finding {
  readonly code: Code;
}

/** What was measured on the way, whether or not it was at fault. */
export interface Measurement<Code extends string = MeasurementCode> extends Finding {
  readonly code: Code;
}
