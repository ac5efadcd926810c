import { type BufferAttribute, Matrix3, Matrix4, type Mesh, type PerspectiveCamera } from 'three';
import { fillTriangle, type PixelRaster, VERTEX_SIZE } from './pixel-raster.ts';
import { lightOn } from './soft-light.ts';
import { type Surface, surfaceOf } from './surface.ts';
import { halvings, type Texels } from './texels.ts';

/** What reaches nearer to the camera than this is not drawn, in the scene's centimetres. */
const NEAREST = 1;

const modelView = new Matrix4();
const projection = new Matrix4();
const normalMatrix = new Matrix3();
const light = new Float32Array(3);

/** A mesh as a camera sees it, to be filled pixel by pixel. */
export class SeenMesh {
  readonly #mesh: Mesh;
  readonly #surface: Surface;
  readonly #corners: ArrayLike<number>;
  readonly #uvs: ArrayLike<number>;
  /** As `fillTriangle` wants them. */
  readonly #vertices: Float32Array;
  /** What is on it, each time half as large. */
  readonly #levels: readonly Texels[];
  /** Those of {@link #corners} that begin a triangle which is seen. */
  readonly #seen: Uint32Array;
  readonly #projection = new Matrix4();
  #version: number | undefined;
  #isStill = false;
  #nearness = 0;

  /** @throws Error about a mesh that no figure has: without an index, or of another material. */
  constructor(mesh: Mesh) {
    const { index } = mesh.geometry;
    if (!index) throw new Error('a mesh without an index');
    this.#mesh = mesh;
    this.#corners = index.array;
    this.#seen = new Uint32Array(index.count / 3);
    this.#uvs = mesh.geometry.getAttribute('uv').array;
    this.#vertices = new Float32Array(mesh.geometry.getAttribute('position').count * VERTEX_SIZE);
    this.#surface = surfaceOf(mesh.material);
    const { picture } = this.#surface;
    this.#levels = picture ? halvings(texelsOf(picture)) : [];
  }

  /** 1 divided by the distance of its nearest vertex, after {@link look}. */
  get nearness(): number {
    return this.#nearness;
  }

  /** Whether nothing of it was different when it was looked at before. */
  get isStill(): boolean {
    return this.#isStill;
  }

  /** Places and lights each vertex. The matrices of camera and mesh are up to date. */
  look(camera: PerspectiveCamera, { width, height }: PixelRaster): void {
    modelView.multiplyMatrices(camera.matrixWorldInverse, this.#mesh.matrixWorld);
    projection.multiplyMatrices(camera.projectionMatrix, modelView);
    const { geometry } = this.#mesh;
    const { array: positions, version } = geometry.getAttribute('position') as BufferAttribute;
    this.#isStill = version === this.#version && projection.equals(this.#projection);
    if (this.#isStill) return;
    this.#version = version;
    this.#projection.copy(projection);
    normalMatrix.getNormalMatrix(modelView);
    const normals = geometry.getAttribute('normal').array;
    const [vertices, uvs] = [this.#vertices, this.#uvs];
    const [m, n] = [projection.elements, normalMatrix.elements];
    const { color, unlit } = this.#surface;
    light.fill(1);
    this.#nearness = 0;
    for (let vertex = 0, at = 0; at < vertices.length; vertex += 1, at += VERTEX_SIZE) {
      const x = positions[vertex * 3] as number;
      const y = positions[vertex * 3 + 1] as number;
      const z = positions[vertex * 3 + 2] as number;
      const nearness = 1 / (m[3] * x + m[7] * y + m[11] * z + m[15]);
      this.#nearness = Math.max(this.#nearness, nearness);
      if (!unlit) {
        const normalX = normals[vertex * 3] as number;
        const normalY = normals[vertex * 3 + 1] as number;
        const normalZ = normals[vertex * 3 + 2] as number;
        const seenX = n[0] * normalX + n[3] * normalY + n[6] * normalZ;
        const seenY = n[1] * normalX + n[4] * normalY + n[7] * normalZ;
        const seenZ = n[2] * normalX + n[5] * normalY + n[8] * normalZ;
        const length = Math.sqrt(seenX * seenX + seenY * seenY + seenZ * seenZ) || 1;
        lightOn(seenX / length, seenY / length, seenZ / length, light);
      }
      const [right, up] = [
        m[0] * x + m[4] * y + m[8] * z + m[12],
        m[1] * x + m[5] * y + m[9] * z + m[13],
      ];
      vertices[at] = (0.5 + 0.5 * right * nearness) * width;
      vertices[at + 1] = (0.5 - 0.5 * up * nearness) * height;
      vertices[at + 2] = nearness;
      vertices[at + 3] = color[0] * (light[0] as number);
      vertices[at + 4] = color[1] * (light[1] as number);
      vertices[at + 5] = color[2] * (light[2] as number);
      vertices[at + 6] = (uvs[vertex * 2] as number) * nearness;
      vertices[at + 7] = (uvs[vertex * 2 + 1] as number) * nearness;
    }
  }

  /** Fills what {@link look} has seen. */
  fill(raster: PixelRaster): void {
    const { hasHoles, isTwoSided, repeats } = this.#surface;
    const [corners, seen] = [this.#corners, this.#seen];
    let [count, pixels, share] = [0, 0, 0];
    for (let corner = 0; corner < corners.length; corner += 3) {
      const a = corners[corner] as number;
      const b = corners[corner + 1] as number;
      const c = corners[corner + 2] as number;
      if (!(this.#isBefore(a) && this.#isBefore(b) && this.#isBefore(c))) continue;
      // With y down, what faces the camera goes round the other way.
      const area = -areaOf(this.#vertices, a * VERTEX_SIZE, b * VERTEX_SIZE, c * VERTEX_SIZE);
      if (!(isTwoSided ? area !== 0 : area > 0)) continue;
      seen[count] = corner;
      count += 1;
      pixels += Math.abs(area);
      share += Math.abs(areaOf(this.#uvs, a * 2, b * 2, c * 2));
    }
    const texels = levelFor(this.#levels, share, pixels);
    const map = texels && { texels, repeats, hasHoles };
    for (let index = 0; index < count; index += 1) {
      const corner = seen[index] as number;
      fillTriangle(
        raster,
        this.#vertices,
        corners[corner] as number,
        corners[corner + 1] as number,
        corners[corner + 2] as number,
        map,
      );
    }
  }

  /** Whether a vertex is before the camera, and not too near. */
  #isBefore(vertex: number): boolean {
    const nearness = this.#vertices[vertex * VERTEX_SIZE + 2] as number;
    return nearness > 0 && nearness < 1 / NEAREST;
  }
}

/** Twice the area of a triangle; negative where its corners go round clockwise. */
function areaOf(points: ArrayLike<number>, a: number, b: number, c: number): number {
  const [ax, ay] = [points[a] as number, points[a + 1] as number];
  const [bx, by] = [points[b] as number, points[b + 1] as number];
  const [cx, cy] = [points[c] as number, points[c + 1] as number];
  return (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
}

/** The one of them of which a texel is nearest to a pixel. */
function levelFor(levels: readonly Texels[], share: number, pixels: number): Texels | undefined {
  const [whole] = levels;
  if (!whole) return undefined;
  const texels = share * whole.width * whole.height;
  const level = Math.round(Math.log2(Math.max(1, texels / (pixels || 1))) / 2);
  return levels[Math.min(levels.length - 1, level)];
}

function texelsOf(picture: HTMLCanvasElement): Texels {
  const { width, height } = picture;
  const { data } = picture.getContext('2d')?.getImageData(0, 0, width, height) ?? {};
  if (!data) throw new Error('this browser cannot read a canvas');
  return { width, height, values: new Int32Array(data.buffer) };
}
