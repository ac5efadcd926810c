import { Group, Mesh, SphereGeometry } from 'three';
import type { Appearance } from './appearance.ts';
import { createSoftMaterial } from './soft-material.ts';

/** Both ears. The caller disposes of the group. */
export function createEars({ skin, shade }: Appearance): Group {
  const material = createSoftMaterial({ color: skin });
  const inside = createSoftMaterial({ color: shade });
  const ears = new Group();
  for (const side of [-1, 1]) {
    const ear = new Group();
    const shell = new Mesh(new SphereGeometry(1.5, 10, 10), material);
    shell.scale.set(0.3, 1.6, 1);
    const hollow = new Mesh(new SphereGeometry(0.9, 8, 8), inside);
    hollow.scale.set(0.3, 1.5, 0.9);
    hollow.position.set(side * 0.28, 0.25, 0.15);
    ear.add(shell, hollow);
    ear.position.set(side * 7.95, 0.5, -3.6);
    ear.rotation.set(-0.12, side * -0.6, 0);
    ears.add(ear);
  }
  return ears;
}
