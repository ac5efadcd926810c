/** Google's canonical face as `npm run model` writes it to `assets/canonical-face.json`. */
export interface CanonicalFaceData {
  /** Five numbers per vertex: x, y, z in centimetres (y up, z towards the viewer), then u, v of the texture. */
  readonly vertices: readonly number[];
  /** Three vertex indices per triangle. */
  readonly triangles: readonly number[];
}

/**
 * Fetches the canonical face from next to this package's modules.
 *
 * @throws Error when the file is not there, beside a bundle that somebody has made, say.
 */
export async function loadCanonicalFace(
  url: URL = new URL('../assets/canonical-face.json', import.meta.url),
): Promise<CanonicalFaceData> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(
      `the simulated person's face is not at ${url.href} (${response.status}); copy dist/testing/assets/canonical-face.json of nodeflux-liveness there`,
    );
  }
  const face: CanonicalFaceData = await response.json();
  return face;
}
