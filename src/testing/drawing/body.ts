import { Group, LatheGeometry, Mesh, TorusGeometry, Vector2 } from 'three';
import type { Appearance } from './appearance.ts';
import { createSoftMaterial } from './soft-material.ts';

/** Neck and shoulders in a round-necked jumper. The caller disposes of the group. */
export function createBody({ skin, clothes }: Appearance): Group {
  const neck = lathe(
    [
      [6.2, -17],
      [5.4, -15],
      [4.9, -12.5],
      [4.8, -9.5],
      [5.2, -6],
      [5.2, -3],
    ],
    skin,
  );
  neck.scale.z = 0.95;
  neck.position.z = -5.2;
  const shoulders = lathe(
    [
      [25, -44],
      [24.5, -32],
      [23, -25],
      [20.5, -21.2],
      [16, -18.6],
      [11, -16.9],
      [7.2, -15.4],
      [5.9, -14.6],
    ],
    clothes,
  );
  shoulders.scale.z = 0.5;
  shoulders.position.z = -6;
  const collar = new Mesh(new TorusGeometry(6, 0.6, 8, 28), createSoftMaterial({ color: clothes }));
  collar.rotation.x = Math.PI / 2 + 0.14;
  collar.scale.y = 0.92;
  collar.position.set(0, -14.9, -5.2);
  const body = new Group();
  body.add(neck, shoulders, collar);
  return body;
}

function lathe(profile: readonly (readonly [radius: number, y: number])[], color: string): Mesh {
  const points = profile.map(([radius, y]) => new Vector2(radius, y));
  return new Mesh(new LatheGeometry(points, 28), createSoftMaterial({ color }));
}
