import type { Appearance, Proportions } from '../../../../src/testing/index.ts';

/** Somebody who is drawn. */
export interface Person {
  readonly appearance: Appearance;
  readonly proportions: Proportions;
}

/** The people of the bench. The first is the one to be impersonated, the second the attacker. */
export const PEOPLE: readonly Person[] = [
  {
    appearance: look('#d9a282', '#c9705c', '#8d5538', '#b9655b', '#2c1d15', '#5a3a22', '#2f5d73'),
    proportions: { width: 1, jawWidth: 1, noseLength: 1, noseWidth: 1, lowerLength: 1 },
  },
  {
    appearance: look('#f0cdb4', '#dd9480', '#b98464', '#c8807a', '#a9824f', '#5b7f95', '#7a4f5d'),
    proportions: {
      width: 0.92,
      jawWidth: 0.88,
      noseLength: 1.12,
      noseWidth: 0.86,
      lowerLength: 1.1,
    },
  },
  {
    appearance: look('#7d5138', '#8b4a3b', '#4a2c1c', '#8a4b45', '#15100d', '#2e1d12', '#8a7a3f'),
    proportions: {
      width: 1.06,
      jawWidth: 1.06,
      noseLength: 0.95,
      noseWidth: 1.14,
      lowerLength: 0.96,
    },
  },
  {
    appearance: look('#e3b48c', '#cf7f66', '#9a6544', '#bb6a5f', '#1c1714', '#3b2617', '#4a6b52'),
    proportions: {
      width: 1.08,
      jawWidth: 0.94,
      noseLength: 0.9,
      noseWidth: 1.05,
      lowerLength: 0.93,
    },
  },
  {
    appearance: look('#b9835c', '#ad6350', '#744a2f', '#9f594f', '#6a6662', '#43301f', '#3c4564'),
    proportions: {
      width: 0.97,
      jawWidth: 1.08,
      noseLength: 1.06,
      noseWidth: 1.02,
      lowerLength: 1.05,
    },
  },
];

function look(
  skin: string,
  blush: string,
  shade: string,
  lips: string,
  hair: string,
  iris: string,
  clothes: string,
): Appearance {
  return {
    skin,
    blush,
    shade,
    lips,
    lipLine: shade,
    hair,
    hairLight: hair,
    brows: hair,
    iris,
    clothes,
  };
}
