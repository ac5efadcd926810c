import { CanvasTexture, Group, LatheGeometry, Mesh, TorusGeometry, Vector2 } from 'three';
import type { Appearance } from './appearance.ts';
import { createSoftMaterial } from './soft-material.ts';

type Profile = readonly (readonly [radius: number, y: number])[];

/** The axis of the neck, behind the middle of the face. */
const NECK_Z = -5.2;

const NECK: Profile = [
  [6, -17],
  [5.2, -14.5],
  [4.8, -12],
  [4.7, -9.5],
  [5.1, -6],
  [5.2, -3],
];
const SHOULDERS: Profile = [
  [25, -46],
  [24.5, -33],
  [23.2, -26],
  [21, -22],
  [17, -19.2],
  [12.5, -17.4],
  [8.8, -16],
  [6.6, -14.9],
  [5.9, -14.4],
];

/** Neck and shoulders in a round-necked jumper. The caller disposes of the group. */
export function createBody({ skin, shade, clothes }: Appearance): Group {
  const neck = new Mesh(lathe(NECK), createSoftMaterial({ map: neckTexture(skin, shade) }));
  const shoulders = lathe(SHOULDERS);
  const positions = shoulders.getAttribute('position');
  for (let vertex = 0; vertex < positions.count; vertex += 1) {
    // Round at the neck, flat towards the shoulders.
    const [x, z] = [positions.getX(vertex), positions.getZ(vertex)];
    const flatness = Math.min(1, Math.max(0, (Math.hypot(x, z) - 6) / 9));
    positions.setZ(vertex, z * (1 - 0.48 * flatness));
  }
  shoulders.computeVertexNormals();
  const jumper = new Mesh(shoulders, createSoftMaterial({ color: clothes }));
  const collar = new Mesh(
    new TorusGeometry(5.75, 0.42, 8, 28),
    createSoftMaterial({ color: clothes }),
  );
  collar.rotation.x = Math.PI / 2;
  collar.position.y = -14.35;
  const body = new Group();
  for (const part of [neck, jumper, collar]) {
    part.position.z = NECK_Z;
    body.add(part);
  }
  return body;
}

function lathe(profile: Profile): LatheGeometry {
  return new LatheGeometry(
    profile.map(([radius, y]) => new Vector2(radius, y)),
    28,
  );
}

/** Skin, darker towards the chin, which keeps the light off. */
function neckTexture(skin: string, shade: string): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = 4;
  canvas.height = 64;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser cannot draw on a canvas');
  const gradient = context.createLinearGradient(0, canvas.height, 0, 0);
  gradient.addColorStop(0.15, `${shade}00`);
  gradient.addColorStop(0.6, `${shade}b0`);
  context.fillStyle = skin;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = gradient;
  context.fillRect(0, 0, canvas.width, canvas.height);
  return new CanvasTexture(canvas);
}
