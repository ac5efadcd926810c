import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  DoubleSide,
  Mesh,
  MeshLambertMaterial,
  PerspectiveCamera,
  PlaneGeometry,
  SphereGeometry,
} from 'three';
import type { PixelRaster } from '../../src/testing/drawing/pixel-raster.ts';
import { SeenMesh } from '../../src/testing/drawing/seen-mesh.ts';
import { createSoftMaterial } from '../../src/testing/drawing/soft-material.ts';

const SIZE = 32;

function emptyRaster(): PixelRaster {
  const pixels = new Uint8ClampedArray(SIZE * SIZE * 4);
  return { width: SIZE, height: SIZE, pixels, depths: new Float32Array(SIZE * SIZE) };
}

/** From the middle, 50 cm away, along −z; it sees about 36 cm there. */
function openCamera(): PerspectiveCamera {
  const camera = new PerspectiveCamera(40, 1, 1, 200);
  camera.position.z = 50;
  camera.updateMatrixWorld();
  return camera;
}

/** How many pixels of the picture a mesh takes. */
function countSeen(mesh: Mesh): number {
  mesh.updateMatrixWorld();
  const raster = emptyRaster();
  const seen = new SeenMesh(mesh);
  seen.look(openCamera(), raster);
  seen.fill(raster);
  return raster.depths.filter((depth) => depth > 0).length;
}

const sheet = (): Mesh => new Mesh(new PlaneGeometry(18.2, 18.2), createSoftMaterial({}));

describe('a mesh that is seen', () => {
  it('takes as much of the picture as its size and distance say', () => {
    const mesh = sheet();
    assert.equal(countSeen(mesh), (SIZE / 2) ** 2);
    mesh.position.z = 25;
    assert.equal(countSeen(mesh), SIZE ** 2);
  });

  it('is nothing from behind, unless it has two sides', () => {
    const mesh = sheet();
    mesh.rotation.y = Math.PI;
    assert.equal(countSeen(mesh), 0);
    Object.assign(mesh.material, { side: DoubleSide });
    assert.equal(countSeen(mesh), (SIZE / 2) ** 2);
  });

  it('is nothing behind the camera or where it would touch it', () => {
    const mesh = sheet();
    for (const z of [49.5, 50, 60]) {
      mesh.position.z = z;
      assert.equal(countSeen(mesh), 0, `${z}`);
    }
  });

  it('is brighter towards the window, which is on the upper left', () => {
    const mesh = new Mesh(new SphereGeometry(15, 24, 24), createSoftMaterial({ color: '#888' }));
    const raster = emptyRaster();
    mesh.updateMatrixWorld();
    const seen = new SeenMesh(mesh);
    seen.look(openCamera(), raster);
    seen.fill(raster);
    const brightness = (x: number, y: number): number => raster.pixels[(y * SIZE + x) * 4] ?? 0;
    assert.ok(brightness(10, 10) > brightness(21, 21) + 20);
  });

  it('is still when neither it nor its shape has moved', () => {
    const mesh = sheet();
    mesh.updateMatrixWorld();
    const seen = new SeenMesh(mesh);
    const look = (): boolean => {
      mesh.updateMatrixWorld();
      seen.look(openCamera(), emptyRaster());
      return seen.isStill;
    };
    assert.deepEqual([look(), look()], [false, true]);
    mesh.position.x = 0.1;
    assert.deepEqual([look(), look()], [false, true]);
    mesh.geometry.getAttribute('position').needsUpdate = true;
    assert.deepEqual([look(), look()], [false, true]);
  });

  it('must be of a material that all painters know', () => {
    const mesh = new Mesh(new PlaneGeometry(1, 1), new MeshLambertMaterial());
    assert.throws(() => new SeenMesh(mesh), /only WebGL/);
  });
});
