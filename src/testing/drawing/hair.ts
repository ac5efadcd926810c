import { CanvasTexture, Mesh, RepeatWrapping, SphereGeometry } from 'three';
import { seededRandom } from '../seeded-random.ts';
import type { Appearance } from './appearance.ts';
import { createSoftMaterial } from './soft-material.ts';

/** The skull that the hair grows on, in centimetres of the canonical face. */
const SKULL = { x: 7.9, y: 9.6, z: 9.6, centreY: 2.6, centreZ: -4.6 };

/** Short hair with a parting: a shell round the skull that sinks into it in front of the hairline. The caller disposes. */
export function createHair({ hair, hairLight }: Appearance): Mesh {
  const geometry = new SphereGeometry(1, 48, 32);
  // The strands run from the crown, which is behind the top and off the middle.
  geometry.rotateX(-0.45);
  geometry.rotateZ(0.3);
  const positions = geometry.getAttribute('position');
  const hidden = new Set<number>();
  for (let vertex = 0; vertex < positions.count; vertex += 1) {
    const [dx, dy, dz] = [positions.getX(vertex), positions.getY(vertex), positions.getZ(vertex)];
    const [x, y, z] = [dx * SKULL.x, dy * SKULL.y + SKULL.centreY, dz * SKULL.z + SKULL.centreZ];
    const covered = smoothstep(-0.9, 0.5, y - hairline(x, z));
    if (covered === 0) hidden.add(vertex);
    const quiff = 1.5 * bell((x + 1) / 5, (z - 2.5) / 4, (y - 9.6) / 3);
    const volume = 0.4 + 0.95 * smoothstep(2.5, 8, y) + quiff;
    const strand = 0.1 * Math.sin(Math.atan2(dx, dz) * 34) * smoothstep(-1, 3, y);
    const lift = -0.9 + covered * (0.9 + volume + strand);
    const length = Math.hypot(dx / SKULL.x, dy / SKULL.y, dz / SKULL.z) || 1;
    positions.setXYZ(
      vertex,
      x + (lift * dx) / SKULL.x / length,
      y + (lift * dy) / SKULL.y / length,
      z + (lift * dz) / SKULL.z / length,
    );
  }
  geometry.computeVertexNormals();
  dropHidden(geometry, hidden);
  const mesh = new Mesh(geometry, createSoftMaterial({ map: strandTexture(hair, hairLight) }));
  return mesh;
}

/** Removes the triangles that lie wholly inside the skull. */
function dropHidden(geometry: SphereGeometry, hidden: ReadonlySet<number>): void {
  const index = [...(geometry.getIndex()?.array ?? [])];
  const shown: number[] = [];
  for (let corner = 0; corner < index.length; corner += 3) {
    const triangle = index.slice(corner, corner + 3);
    if (!triangle.every((vertex) => hidden.has(vertex))) shown.push(...triangle);
  }
  geometry.setIndex(shown);
}

/** How low the hair comes: the forehead in front, sideburns before the ears, over the ears, the nape behind. */
function hairline(x: number, z: number): number {
  // Swept from the parting, which is on the left of the picture.
  const forehead = 7.9 + 0.7 * bell((x + 2.6) / 1.6) - 0.03 * x * x + 0.15 * Math.sin(2.6 * x);
  const temple = 5.2;
  if (z > 0) return temple + (forehead - temple) * smoothstep(0, 2.2, z);
  if (z > -2.6) return 0.6 + (temple - 0.6) * smoothstep(-1.6, 0, z);
  if (z > -5.5) return 0.6 + 2.2 * smoothstep(-2.6, -3.4, z);
  return 2.8 - 7.5 * smoothstep(-5.5, -8, z);
}

function strandTexture(hair: string, hairLight: string): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = 512;
  canvas.height = 256;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser cannot draw on a canvas');
  context.fillStyle = hair;
  context.fillRect(0, 0, 512, 256);
  const random = seededRandom(3);
  for (let strand = 0; strand < 520; strand += 1) {
    const x = random() * 512;
    context.strokeStyle = random() < 0.5 ? hairLight : '#120a06';
    context.globalAlpha = 0.12 + 0.22 * random();
    context.lineWidth = 0.7 + 1.4 * random();
    context.beginPath();
    context.moveTo(x, random() * 60);
    context.lineTo(x + 10 * (random() - 0.5), 100 + random() * 156);
    context.stroke();
  }
  const texture = new CanvasTexture(canvas);
  texture.wrapS = RepeatWrapping;
  return texture;
}

const bell = (...offsets: number[]): number =>
  Math.exp(-offsets.reduce((sum, offset) => sum + offset * offset, 0));

function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
