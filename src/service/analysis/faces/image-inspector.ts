import { createHash } from 'node:crypto';
import { type FaceCover, measureCover } from '../../../mesh/face-cover.ts';
import { CHEEKBONES } from '../../../mesh/landmark-indices.ts';
import { type MeasuredFace, measureMesh } from '../../../mesh/measure-mesh.ts';
import { distance, pointAt } from '../../../mesh/mesh-points.ts';
import { decodeImage, type Picture } from './decode-image.ts';
import { detectFaces } from './detect-faces.ts';
import { embedFace, type FaceEmbedding } from './face-embedding.ts';
import { type FaceThumbnail, faceThumbnail } from './face-thumbnail.ts';
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
}

/** Looks at images, one at a time. */
export interface ImageInspector {
  /** Throws `ImageRefused` when the bytes are no usable JPEG, `ModelFailure` when a model breaks. */
  inspect(jpeg: Uint8Array, autoOrientation: boolean): Promise<ImageFindings>;
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
      const [main] = faces.toSorted((a, b) => b.widthPx * b.heightPx - a.widthPx * a.heightPx);
      if (!main) return { sha256, faceCount: 0 };
      const { points, faceFlag } = await traceMesh(mesh, picture, main);
      return {
        sha256,
        faceCount: faces.length,
        face: {
          detectorScore: main.score,
          faceFlag,
          measured: measureMesh(points),
          points,
          thumbnail: faceThumbnail(picture, points),
          cover: coverOf(picture, points),
          embedding: await embedFace(recognizer, picture, points),
        },
      };
    },
    close() {
      detector.close();
      mesh.close();
      recognizer.close();
    },
  };
}

function coverOf(picture: Picture, points: Float32Array): FaceCover {
  const at = (index: number) => pointAt(points, index);
  const faceWidthPx = distance(at(CHEEKBONES.left), at(CHEEKBONES.right));
  return measureCover({ ...picture, bytesPerPixel: 3 }, at, faceWidthPx);
}
