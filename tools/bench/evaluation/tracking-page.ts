/// <reference lib="dom" />
/** Runs in the page that {@link openTrackingBrowser} opens, where Vite serves it; not in Node. */
import { FACE_LANDMARKER_TASK, SMALL_WASM_FILE } from '../../../src/face/asset-manifest.ts';
import type { FaceAssets } from '../../../src/face/asset-source.ts';
import { FaceGraph, type FaceGraphParts } from '../../../src/face/face-graph.ts';
import type { FaceSignals } from '../../../src/face/face-signals.ts';
import { fetchFiles } from '../../../src/face/fetch-files.ts';
import { loadAssets } from '../../../src/face/load-assets.ts';
import { PixelReader } from '../../../src/face/pixel-reader.ts';

const ASSETS: FaceAssets = {
  wasm: { url: `/src/face/assets/${SMALL_WASM_FILE.fileName}` },
  model: {
    url: `/src/face/assets/${FACE_LANDMARKER_TASK.fileName}`,
    ...(FACE_LANDMARKER_TASK.layout && { layout: FACE_LANDMARKER_TASK.layout }),
  },
};

let parts: Promise<FaceGraphParts> | undefined;

/** What the face tracker says of the frames that are served now, in order, none dropped. */
export async function trackFrames(count: number, framesPerSecond: number): Promise<FaceSignals[]> {
  parts ??= loadAssets(
    ASSETS,
    fetchFiles(ASSETS, () => undefined),
  );
  // A graph for each clip: nothing of the last person's face is remembered.
  const graph = await FaceGraph.create(await parts);
  const reader = new PixelReader();
  try {
    const track: FaceSignals[] = [];
    for (let index = 0; index < count; index++) {
      const response = await fetch(`/evaluate/frame/${index}`);
      const image = await createImageBitmap(await response.blob());
      const size = { widthPx: image.width, heightPx: image.height };
      const pixels = await reader.read(image, size);
      track.push(graph.look(pixels, size, (index * 1000) / framesPerSecond));
      image.close();
    }
    return track;
  } finally {
    graph.close();
  }
}

/** The frames of the clip that is served now, as JPEG in base64; none when this browser cannot play it. */
export async function seekFrames(framesPerSecond: number): Promise<string[]> {
  const video = document.createElement('video');
  video.muted = true;
  video.src = URL.createObjectURL(await (await fetch('/evaluate/clip')).blob());
  try {
    const playable = await new Promise<boolean>((resolve) => {
      video.onloadeddata = () => resolve(true);
      video.onerror = () => resolve(false);
    });
    const count = playable ? Math.round(video.duration * framesPerSecond) : 0;
    const canvas = document.createElement('canvas');
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    const frames: string[] = [];
    for (let index = 0; index < count; index++) {
      const sought = new Promise((resolve) => {
        video.onseeked = resolve;
      });
      // The middle of the frame: its edges belong to one neighbour or the other.
      video.currentTime = (index + 0.5) / framesPerSecond;
      await sought;
      canvas.getContext('2d')?.drawImage(video, 0, 0);
      frames.push(canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? '');
    }
    return frames;
  } finally {
    URL.revokeObjectURL(video.src);
  }
}
