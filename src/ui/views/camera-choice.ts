import type { RankedCamera } from '../../camera/rank-cameras.ts';
import type { Term } from '../words/messages/messages.ts';

/** Between which cameras the person may choose; at least two. */
export interface CameraChoice {
  /** The best first. */
  readonly cameras: readonly RankedCamera[];
  /** The device id of the camera that is on, or that is being switched to. */
  readonly chosenId: string;
  readonly onChoose: (deviceId: string) => void;
}

/** Android's technical camera names, which say nothing to a person. */
const ANDROID_NAME = /^camera\d* \d+, facing (front|back)$/i;

/** A name for each camera that a person can tell from the others. Pure. */
export function nameCameras(cameras: readonly RankedCamera[], term: Term): string[] {
  const names = cameras.map(({ label }, index) => {
    const [, side] = ANDROID_NAME.exec(label) ?? [];
    if (side) return term(side.toLowerCase() === 'front' ? 'camera.front' : 'camera.back');
    return label || term('camera.numbered', index + 1);
  });
  return names.map((name, index) => {
    if (names.indexOf(name) === names.lastIndexOf(name)) return name;
    return `${name} ${names.slice(0, index + 1).filter((other) => other === name).length}`;
  });
}
