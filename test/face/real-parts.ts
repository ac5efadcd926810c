import type { AssetSource } from '../../src/face/asset-source.ts';
import { faceAssets } from '../../src/face/face-assets.ts';
import type { FaceGraphParts } from '../../src/face/face-graph.ts';
import { fetchFiles } from '../../src/face/fetch-files.ts';
import { loadAssets } from '../../src/face/load-assets.ts';
import { unpackAsset } from '../../src/face/unpack-asset.ts';

let parts: Promise<FaceGraphParts> | undefined;

/** The project's own model and runtime, loaded once per test file. */
export function realParts(): Promise<FaceGraphParts> {
  const assets = faceAssets({});
  parts ??= loadAssets(
    assets,
    fetchFiles(assets, () => undefined),
  );
  return parts;
}

/** What is packed in a file of the project's own. */
export async function unpackedFrom({ url }: AssetSource): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  return unpackAsset(new Uint8Array(await response.arrayBuffer()));
}

/** A picture of `test/fixtures/faces`: drawn people, and nobody. */
export async function facePicture(name: string): Promise<ImageBitmap> {
  const response = await fetch(new URL(`../fixtures/faces/${name}.jpg`, import.meta.url));
  return createImageBitmap(await response.blob());
}

/** An even grey picture. */
export async function blankPicture(widthPx = 640, heightPx = 480): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = '#888';
  pen.fillRect(0, 0, widthPx, heightPx);
  return createImageBitmap(canvas);
}

/** The size of a picture, as the tracker wants it told. */
export const sizeOf = ({ width, height }: ImageBitmap) => ({ widthPx: width, heightPx: height });

/** What a graph looks at. */
export function pixelsOf(picture: ImageBitmap): ImageData {
  const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.drawImage(picture, 0, 0);
  return pen.getImageData(0, 0, picture.width, picture.height);
}
