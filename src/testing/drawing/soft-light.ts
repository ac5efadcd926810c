type Rgb = readonly [red: number, green: number, blue: number];
type Direction = readonly [x: number, y: number, z: number];

/** A light far away: where it comes from, as seen by the camera, and how strong it is. */
interface SoftLight {
  readonly from: Direction;
  readonly colour: Rgb;
}

/** Daylight from a window on the upper left of the picture; it reaches a little round corners. */
export const KEY_LIGHT: SoftLight & { readonly wrap: number } = {
  from: unit(-0.42, 0.5, 0.76),
  colour: [0.52, 0.5, 0.46],
  wrap: 0.25,
};
/** Its reflection from the room. */
export const FILL_LIGHT: SoftLight = { from: unit(0.75, 0.1, 0.65), colour: [0.11, 0.12, 0.14] };
/** What comes from all sides, on what faces down and on what faces up. */
export const AMBIENT_LIGHT: { readonly below: Rgb; readonly above: Rgb } = {
  below: [0.46, 0.41, 0.4],
  above: [0.6, 0.61, 0.63],
};

/** The light on a surface with this normal, of length 1 and as the camera sees it, written to `target`. */
export function lightOn(x: number, y: number, z: number, target: Float32Array): void {
  const [keyX, keyY, keyZ] = KEY_LIGHT.from;
  const [fillX, fillY, fillZ] = FILL_LIGHT.from;
  const facing = x * keyX + y * keyY + z * keyZ;
  const key = Math.max(0, facing + (1 - facing) * KEY_LIGHT.wrap);
  const fill = Math.max(0, x * fillX + y * fillY + z * fillZ);
  const up = y * 0.5 + 0.5;
  for (let channel = 0; channel < 3; channel += 1) {
    const below = AMBIENT_LIGHT.below[channel] as number;
    const above = AMBIENT_LIGHT.above[channel] as number;
    target[channel] =
      below +
      (above - below) * up +
      key * (KEY_LIGHT.colour[channel] as number) +
      fill * (FILL_LIGHT.colour[channel] as number);
  }
}

function unit(x: number, y: number, z: number): Direction {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}
