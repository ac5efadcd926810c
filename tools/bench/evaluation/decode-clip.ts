import { spawn } from 'node:child_process';

/** A clip that could not be taken apart, in the decoder's own words. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
}

/**
 * Takes a clip apart into JPEG frames with the `ffmpeg` on the PATH; `undefined` when there is none.
 * @throws {DecodeError} when ffmpeg refuses the file.
 */
export async function decodeWithFfmpeg(
  path: string,
  framesPerSecond: number,
): Promise<Buffer[] | undefined> {
  const args = ['-v', 'error', '-nostdin', '-i', path, '-vf', `fps=${framesPerSecond}`];
  const ffmpeg = spawn('ffmpeg', [...args, '-c:v', 'mjpeg', '-q:v', '2', '-f', 'image2pipe', '-'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  let complaint = '';
  ffmpeg.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  ffmpeg.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const missing = await new Promise<boolean>((resolve, reject) => {
    ffmpeg.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? resolve(true) : reject(error),
    );
    ffmpeg.once('close', (code) =>
      code === 0 ? resolve(false) : reject(new DecodeError(`${path}: ${complaint.trim()}`)),
    );
  });
  return missing ? undefined : splitJpegs(Buffer.concat(chunks));
}

const START_OF_IMAGE = Buffer.from([0xff, 0xd8, 0xff]);
const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

/** Cuts a stream of JPEG files into its files: within the pixels an FF is always followed by a zero. */
export function splitJpegs(stream: Buffer): Buffer[] {
  const images: Buffer[] = [];
  for (let start = stream.indexOf(START_OF_IMAGE); start >= 0; ) {
    const end = stream.indexOf(END_OF_IMAGE, start);
    if (end < 0) break;
    images.push(stream.subarray(start, end + END_OF_IMAGE.length));
    start = stream.indexOf(START_OF_IMAGE, end);
  }
  return images;
}
