/** The colours of a simulated person, as CSS colours. */
export interface Appearance {
  readonly skin: string;
  /** Cheeks, nose and lids. */
  readonly blush: string;
  /** Where the skin turns away from the light. */
  readonly shade: string;
  readonly lips: string;
  readonly lipLine: string;
  readonly hair: string;
  readonly hairLight: string;
  readonly brows: string;
  readonly iris: string;
  readonly clothes: string;
}

/**
 * The person that is drawn unless another is asked for.
 *
 * @example
 * ```ts
 * import { createSimulatedPerson, DEFAULT_APPEARANCE } from 'nodeflux-liveness/testing';
 * const person = await createSimulatedPerson({
 *   appearance: { ...DEFAULT_APPEARANCE, hair: '#b8b4ae' },
 * });
 * ```
 */
export const DEFAULT_APPEARANCE: Appearance = {
  skin: '#d9a282',
  blush: '#c9705c',
  shade: '#8d5538',
  lips: '#b9655b',
  lipLine: '#7d3a35',
  hair: '#2c1d15',
  hairLight: '#553a2a',
  brows: '#33221a',
  iris: '#5a3a22',
  clothes: '#2f5d73',
};

/**
 * Somebody else, for pictures with two people.
 *
 * @example
 * ```ts
 * import { createSimulatedPerson, SECOND_APPEARANCE } from 'nodeflux-liveness/testing';
 * const somebodyElse = await createSimulatedPerson({ appearance: SECOND_APPEARANCE, seed: 2 });
 * ```
 */
export const SECOND_APPEARANCE: Appearance = {
  skin: '#e6b899',
  blush: '#d5806c',
  shade: '#a56a4a',
  lips: '#c26f68',
  lipLine: '#8b4640',
  hair: '#6b4a2c',
  hairLight: '#8f6a42',
  brows: '#5a3d27',
  iris: '#4d6472',
  clothes: '#7a4f5d',
};
