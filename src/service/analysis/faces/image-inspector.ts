import { createHash } from 'node:crypto';
import { boundingBox, type FaceBox } from '../../../mesh/face-box.ts';
import { type FaceCover, measureCover } from '../../../mesh/face-cover.ts';
import { CHEEKBONES } from '../../../mesh/landmark-indices.ts';
import { type MeasuredFace, measureMesh } from '../../../mesh/measure-mesh.ts';
import {
  distance,
  eyeSpan,
  outerEyeCorners,
  type Point,
  pointAt,
} from '../../../mesh/mesh-points.ts';
import { decodeImage, type Picture } from './decode-image.ts';
import { type DetectedFace, detectFaces } from './detect-faces.ts';
import { embedFace, type FaceEmbedding } from './face-embedding.ts';
import { type FaceThumbnail, faceThumbnail } from './face-thumbnail.ts';
import { type GreyGrid, greyGrid } from './grey-grid.ts';
import { openModel } from './neural-model.ts';
import { traceMesh } from './trace-mesh.ts';

/** What one image shows. Holds no picture beyond a thumbnail, which never leaves the process. */
export interface ImageFindings {
  /** Hex, of the bytes as they were sent. */
  readonly sha256: string;
  /** How many faces there are. */
  readonly faceCount: number;
  /** The biggest face; absent when there is none. */
  readonly face?: FaceFindings;
}

/** What is looked at in a frame on the way to a gesture, and in the clearest frame to which it leads. */
export interface WayFindings {
  readonly measured: MeasuredFace;
  /** Middle of the outer eye corners, and their distance, in widths of the picture. */
  readonly eyes: Point;
  readonly eyeSpan: number;
  /** In fractions of the picture. */
  readonly box: FaceBox;
  /** The whole picture, coarsely. Never leaves the process. */
  readonly grid: GreyGrid;
}

/** What is known of one face. */
export interface FaceFindings {
  /** How sure the detector is, 0..1. */
  readonly detectorScore: number;
  /** How sure the mesh model is, 0..1. */
  readonly faceFlag: number;
  readonly measured: MeasuredFace;
  /** x, y, z of the 468 points of the mesh, in pixels. Never leaves the process. */
  readonly points: Float32Array;
  readonly thumbnail: FaceThumbnail;
  readonly cover: FaceCover;
  /** Never leaves the process. */
  readonly embedding: FaceEmbedding;
  /** The frame as the end of its gesture's way. */
  readonly asWay: WayFindings;
}

/** Looks at images, one at a time. */
export interface ImageInspector {
  /** Throws `ImageRefused` when the bytes are no usable JPEG, `ModelFailure` when a model breaks. */
  inspect(jpeg: Uint8Array, autoOrientation: boolean): Promise<ImageFindings>;
  /**
   * Looks at a frame on the way to a gesture: no more than the rule asks for. `undefined` when it shows no face. Throws as
   * {@link inspect}.
   */
  inspectWay(jpeg: Uint8Array, autoOrientation: boolean): Promise<WayFindings | undefined>;
  /** Frees the models. */
  close(): void;
}

/** Opens detector, mesh and recognizer in this thread. */
export async function createImageInspector(): Promise<ImageInspector> {
  const detector = await openModel('face_detector.tflite');
  const mesh = await openModel('face_mesh.tflite');
  const recognizer = await openModel('face_recognizer.tflite');
  return {
    async inspect(jpeg, autoOrientation) {
      const sha256 = createHash('sha256').update(jpeg).digest('hex');
      const picture = await decodeImage(jpeg, autoOrientation);
      const faces = await detectFaces(detector, picture);
      const main = biggest(faces);
      if (!main) return { sha256, faceCount: 0 };
      const { points, faceFlag } = await traceMesh(mesh, picture, main);
      const asWay = wayFindingsOf(picture, points);
      return {
        sha256,
        faceCount: faces.length,
        face: {
          detectorScore: main.score,
          faceFlag,
          measured: asWay.measured,
          points,
          thumbnail: faceThumbnail(picture, points),
          cover: coverOf(picture, points),
          embedding: await embedFace(recognizer, picture, points),
          asWay,
        },
      };
    },
    async inspectWay(jpeg, autoOrientation) {
      const picture = await decodeImage(jpeg, autoOrientation);
      const main = biggest(await detectFaces(detector, picture));
      if (!main) return undefined;
      const { points } = await traceMesh(mesh, picture, main);
      return wayFindingsOf(picture, points);
    },
    close() {
      detector.close();
      mesh.close();
      recognizer.close();
    },
  };
}

function biggest(faces: readonly DetectedFace[]): DetectedFace | undefined {
  return faces.toSorted((a, b) => b.widthPx * b.heightPx - a.widthPx * a.heightPx)[0];
}

function wayFindingsOf(picture: Picture, points: Float32Array): WayFindings {
  const { widthPx, heightPx } = picture;
  const { left, right } = outerEyeCorners(points);
  const box = boundingBox(points);
  return {
    measured: measureMesh(points),
    eyes: [(left[0] + right[0]) / 2 / widthPx, (left[1] + right[1]) / 2 / widthPx],
    eyeSpan: eyeSpan(points) / widthPx,
    box: {
      x: box.x / widthPx,
      y: box.y / heightPx,
      width: box.width / widthPx,
      height: box.height / heightPx,
    },
    grid: greyGrid(picture),
  };
}

function coverOf(picture: Picture, points: Float32Array): FaceCover {
  const at = (index: number) => pointAt(points, index);
  const faceWidthPx = distance(at(CHEEKBONES.left), at(CHEEKBONES.right));
  return measureCover({ ...picture, bytesPerPixel: 3 }, at, faceWidthPx);
}
