import { Group, Mesh, SphereGeometry } from 'three';
import { createSoftMaterial } from './soft-material.ts';

/** What an open mouth shows: the dark, the upper teeth, the tongue. The caller disposes of the group. */
export function createMouthInside(): Group {
  const group = new Group();
  const cavity = new Mesh(
    new SphereGeometry(2.6, 20, 14),
    createSoftMaterial({ color: '#35100f', unlit: true }),
  );
  cavity.scale.set(0.9, 1.15, 0.35);
  cavity.position.set(0, -5.4, 1.9);
  const teeth = new Mesh(
    new SphereGeometry(2.25, 24, 8, 0, Math.PI * 2, 0, Math.PI),
    createSoftMaterial({ color: '#efe8dc' }),
  );
  teeth.scale.set(0.8, 0.27, 0.85);
  teeth.position.set(0, -4.0, 2.3);
  const tongue = new Mesh(
    new SphereGeometry(1.4, 16, 12),
    createSoftMaterial({ color: '#a8524e' }),
  );
  tongue.scale.set(1, 0.45, 0.9);
  tongue.position.set(0, -6.6, 1.9);
  group.add(cavity, teeth, tongue);
  return group;
}
