import { Group } from 'three';
import type { Expression } from '../expression.ts';
import { type Appearance, DEFAULT_APPEARANCE } from './appearance.ts';
import { createBody } from './body.ts';
import type { CanonicalFaceData } from './canonical-face-data.ts';
import { createEars } from './ears.ts';
import { createEyes } from './eyes.ts';
import { createHair } from './hair.ts';
import { createHeadSkin } from './head-skin.ts';
import { createMouthInside } from './mouth-inside.ts';

/** A drawn person, ready to be put on a stage. Lengths are centimetres. */
export interface PersonFigure {
  readonly group: Group;
  /** Moves face, eyes and head into an expression. */
  apply(expression: Expression): void;
}

/** A head turns about the top of the spine, here relative to the centre of the face. */
const NECK_PIVOT = { y: -3.5, z: -5 };

/** Builds a person. The stage that draws the figure disposes of it. */
export function createPersonFigure(
  face: CanonicalFaceData,
  appearance: Appearance = DEFAULT_APPEARANCE,
): PersonFigure {
  const skin = createHeadSkin(face, appearance);
  const eyes = createEyes(face.vertices, appearance);
  const parts = new Group();
  parts.position.set(0, -NECK_PIVOT.y, -NECK_PIVOT.z);
  parts.add(
    skin.mesh,
    eyes.group,
    createMouthInside(),
    createEars(appearance),
    createHair(appearance),
  );
  const head = new Group();
  head.rotation.order = 'YXZ';
  head.add(parts);
  const body = createBody(appearance);
  const group = new Group();
  group.add(head, body);

  return {
    group,
    apply(expression) {
      const { yawDegrees, pitchDegrees, rollDegrees, x, y, z } = expression;
      skin.apply(expression);
      eyes.lookAtCamera(yawDegrees, pitchDegrees);
      head.rotation.set(radians(-pitchDegrees), radians(yawDegrees), radians(-rollDegrees));
      head.position.set(x, y + NECK_PIVOT.y, z + NECK_PIVOT.z);
      // Shoulders come along when somebody leans or steps; they do not turn with the head.
      body.position.set(x, y, z);
    },
  };
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
