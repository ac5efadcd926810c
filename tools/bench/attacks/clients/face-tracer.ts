import { createImageInspector } from '../../../../src/service/analysis/faces/image-inspector.ts';

/** Finds the points of the face in an attacker's pictures. */
export interface FaceTracer {
  /** x, y, z of each point, in pixels. The same picture is looked at once. @throws Error when there is no face */
  trace(jpeg: Buffer): Promise<Float32Array>;
  close(): void;
}

/** Opens one. The models are those of the service, since any will do. */
export async function openFaceTracer(): Promise<FaceTracer> {
  const inspector = await createImageInspector();
  const traced = new WeakMap<Buffer, Promise<Float32Array>>();
  let last: Promise<unknown> = Promise.resolve();
  const look = async (jpeg: Buffer): Promise<Float32Array> => {
    const { face } = await inspector.inspect(jpeg, false);
    if (!face) throw new Error('No face to be bent.');
    return face.points;
  };
  return {
    trace(jpeg) {
      const known = traced.get(jpeg);
      if (known) return known;
      // One at a time: the models are not made for two.
      const points = last.then(() => look(jpeg));
      last = points.catch(() => undefined);
      traced.set(jpeg, points);
      return points;
    },
    close: () => inspector.close(),
  };
}
