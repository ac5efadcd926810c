import type { GestureName } from '../gesture.ts';
import { measureBlink } from './blink.ts';
import type { GestureMeasure } from './gesture-measure.ts';
import { measureNod } from './nod.ts';
import { measureOpenMouth } from './open-mouth.ts';
import { measureSmile } from './smile.ts';
import { measureTurn } from './turn.ts';

/** How each gesture is measured. A new gesture is a name, a measure and this line. */
export const GESTURE_MEASURES: Readonly<Record<GestureName, GestureMeasure>> = {
  blink: measureBlink,
  smile: measureSmile,
  'turn-left': measureTurn('left'),
  'turn-right': measureTurn('right'),
  'nod-up': measureNod('up'),
  'nod-down': measureNod('down'),
  'open-mouth': measureOpenMouth,
};
