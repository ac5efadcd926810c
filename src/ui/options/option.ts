import { LivenessError } from '../../errors.ts';

/**
 * What one option of the element accepts. Attributes and frameworks give strings, pages give anything: a property that is
 * given the string of its attribute means the same, and what cannot be read is refused by name, never replaced.
 */
export interface Option<T> {
  /** Name of the attribute, or of the property where there is no attribute. */
  readonly name: string;
  /** What is accepted, for the end of an error's sentence. */
  readonly accepts: string;
  /** The value, or `undefined` where it cannot be read. Gets neither `undefined` nor `null`. */
  readonly read: (given: unknown) => T | undefined;
  /** What stands where the page gives nothing. */
  readonly otherwise: T;
}

/**
 * The value of an option. A page that gives nothing (`undefined`, or the `null` that frameworks write) gets the default.
 * @throws {LivenessError} `invalid-option`, with the option's name, what was given and what is accepted
 */
export function readOption<T>(option: Option<T>, given: unknown): T {
  if (given === undefined || given === null) return option.otherwise;
  const value = option.read(given);
  if (value !== undefined) return value;
  throw new LivenessError('invalid-option', {
    detail: `${option.name}=${shown(given)}: give ${option.accepts}`,
    errors: [{ option: option.name, given: shown(given), accepts: option.accepts }],
  });
}

/** An attribute's converter: what can be read becomes its value, the rest stays as it is and is refused at the start. */
export function optionConverter<T>(option: Option<T>) {
  return {
    fromAttribute(given: string | null): T | string {
      if (given === null) return option.otherwise;
      return option.read(given) ?? given;
    },
  };
}

/** Longest part of a wrong value that an error repeats. */
const SHOWN_CHARACTERS = 60;

function shown(given: unknown): string {
  const text = typeof given === 'string' ? JSON.stringify(given) : String(given);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
