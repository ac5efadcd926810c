const GZIP_MAGIC = [0x1f, 0x8b];

/**
 * Unpacks what came as gzip. Anything else stays as it is: a model of the integrator's own, or a file that a host sent with
 * `Content-Encoding: gzip`, which the browser has unpacked.
 * @throws TypeError when it is damaged
 */
export async function unpackAsset(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!GZIP_MAGIC.every((byte, index) => bytes[index] === byte)) return bytes;
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
