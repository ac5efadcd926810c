import { readFileSync } from 'node:fs';
import type { GestureName } from '../../src/challenge/gesture.ts';
import type { FaceSignals } from '../../src/face/face-signals.ts';

/** A recorded track: what the face tracker said of a real person, frame by frame. */
export interface RecordedTrack {
  readonly frameMs: number;
  readonly labels: readonly { name: GestureName; fromS: number; toS: number }[];
  readonly frames: readonly FaceSignals[];
}

type Row = readonly number[] | null;

/** Reads `test/fixtures/tracks/<name>.json`. */
export function readTrack(name: string): RecordedTrack {
  const url = new URL(`../fixtures/tracks/${name}.json`, import.meta.url);
  const track = JSON.parse(readFileSync(url, 'utf8')) as {
    framesPerSecond: number;
    labels: RecordedTrack['labels'];
    frames: readonly Row[];
  };
  const frameMs = 1000 / track.framesPerSecond;
  const frames = track.frames.map((row, index) => signalsOf(row, index * frameMs));
  return { frameMs, labels: track.labels, frames };
}

function signalsOf(row: Row, capturedAtMs: number): FaceSignals {
  if (!row) return { capturedAtMs, faceCount: 0 };
  const at = (column: number): number => row[column] ?? Number.NaN;
  return {
    capturedAtMs,
    faceCount: 1,
    face: {
      yawDegrees: at(0),
      pitchDegrees: at(1),
      rollDegrees: at(2),
      eyeAspectRatioLeft: at(3),
      eyeAspectRatioRight: at(4),
      mouthWidthRatio: at(5),
      mouthOpeningRatio: at(6),
      box: { x: at(7), y: at(8), width: at(9), height: at(10) },
      interocularPx: at(11),
      cornerToEyeLeft: at(12),
      cornerToEyeRight: at(13),
    },
  };
}
