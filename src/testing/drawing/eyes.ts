import { CanvasTexture, Group, type Material, Mesh, SphereGeometry } from 'three';
import { type EyeRegion, eyeOpening, LEFT_EYE, RIGHT_EYE } from '../face-regions.ts';
import type { Appearance } from './appearance.ts';
import { createSoftMaterial } from './soft-material.ts';

/** Both eyes, behind the openings of the skin. */
export interface Eyes {
  readonly group: Group;
  /** Turns the gaze against the head, so that the person keeps looking at the camera as far as eyes go. */
  lookAtCamera(yawDegrees: number, pitchDegrees: number): void;
}

/** Larger than life, so that it fills the opening to its corners and stays behind the lids. */
const EYEBALL_RADIUS = 1.45;
/** A human iris is 11.7 mm wide. */
const IRIS_RADIUS = 0.585;
const PUPIL_RADIUS = 0.24;
/** Eyes follow this share of a head's turn, and not further than this. */
const GAZE_SHARE = 0.55;
const GAZE_LIMIT_DEGREES = 14;

/** Builds the eyes of a face whose neutral vertices are given as x, y, z, u, v. The caller disposes of the group. */
export function createEyes(vertices: readonly number[], { iris }: Appearance): Eyes {
  const group = new Group();
  const gazes: Group[] = [];
  for (const eye of [RIGHT_EYE, LEFT_EYE]) {
    const [x, y, z] = centre(vertices, eye);
    const socket = new Group();
    socket.position.set(x, y, z - EYEBALL_RADIUS + 0.1);
    const white = new Mesh(
      new SphereGeometry(EYEBALL_RADIUS, 16, 12),
      createSoftMaterial({ map: scleraTexture() }),
    );
    const gaze = new Group();
    gaze.add(
      cap(IRIS_RADIUS * 1.06, 1.004, createSoftMaterial({ color: '#1d120b' })),
      cap(IRIS_RADIUS * 0.95, 1.008, createSoftMaterial({ color: iris })),
      cap(PUPIL_RADIUS, 1.012, createSoftMaterial({ color: '#060404', unlit: true })),
    );
    const glint = cap(0.1, 1.02, createSoftMaterial({ unlit: true }));
    glint.rotation.set(Math.PI / 2 - 0.17, 0, 0);
    glint.rotation.z = -0.14;
    socket.add(white, gaze, glint);
    group.add(socket);
    gazes.push(gaze);
  }
  return {
    group,
    lookAtCamera(yawDegrees, pitchDegrees) {
      for (const gaze of gazes) {
        gaze.rotation.set(gazeRadians(pitchDegrees), -gazeRadians(yawDegrees), 0);
      }
    },
  };
}

function gazeRadians(headDegrees: number): number {
  const degrees = headDegrees * GAZE_SHARE;
  return (Math.max(-GAZE_LIMIT_DEGREES, Math.min(GAZE_LIMIT_DEGREES, degrees)) * Math.PI) / 180;
}

/** A round patch on the front of the eyeball. */
function cap(radius: number, lift: number, material: Material): Mesh {
  const angle = Math.asin(radius / EYEBALL_RADIUS);
  const mesh = new Mesh(
    new SphereGeometry(EYEBALL_RADIUS * lift, 16, 3, 0, Math.PI * 2, 0, angle),
    material,
  );
  mesh.rotation.x = Math.PI / 2;
  return mesh;
}

/** White below, shaded above where the lid throws its shadow. */
function scleraTexture(): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = 4;
  canvas.height = 128;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser cannot draw on a canvas');
  const gradient = context.createLinearGradient(0, 0, 0, 128);
  gradient.addColorStop(0.36, '#8f7468');
  gradient.addColorStop(0.48, '#e9e2dc');
  gradient.addColorStop(0.6, '#e6ddd6');
  context.fillStyle = gradient;
  context.fillRect(0, 0, 4, 128);
  return new CanvasTexture(canvas);
}

function centre(vertices: readonly number[], eye: EyeRegion): [number, number, number] {
  const ring = eyeOpening(eye);
  const mean = (axis: number): number =>
    ring.reduce((sum, vertex) => sum + (vertices[vertex * 5 + axis] ?? 0), 0) / ring.length;
  return [mean(0), mean(1), mean(2)];
}
