/// <reference lib="dom" />
/** Runs in a page of the bench: draws the pictures that lying clients show. */
import { ALL_GESTURE_NAMES, GESTURES } from '../../../../src/challenge/gesture.ts';
import { scaleExpression } from '../../../../src/testing/expression.ts';
import {
  createSimulatedPerson,
  type Expression,
  gestureTimeline,
  type SimulatedPerson,
} from '../../../../src/testing/index.ts';
import { PEOPLE } from './cast.ts';

const [WIDTH_PX, HEIGHT_PX] = [640, 480];
/** Of the small pictures on the way. */
const WAY_WIDTH_PX = 320;
const QUALITY = 0.9;
/** Far enough apart for the head to have moved. */
const BETWEEN_TAKES_MS = 700;

/** Two gestures at once. */
const DOUBLES: Readonly<Record<string, Partial<Expression>>> = {
  laughing: { smile: 0.8, mouthOpen: 0.75 },
  lookingUpAside: { yawDegrees: 15.5, pitchDegrees: 13 },
};

/** Pictures of one sitting by what they show, as JPEG in base64. The seed moves the head. */
export async function drawSitting(
  person: number,
  seed: number,
  takes: number,
): Promise<Record<string, string[]>> {
  const options = { seed, widthPx: WIDTH_PX, heightPx: HEIGHT_PX };
  const drawn = await createSimulatedPerson({ ...options, ...PEOPLE[person] });
  try {
    const pictures: Record<string, string[]> = {};
    let atMs = 0;
    const shoot = async (expression: Partial<Expression>): Promise<string> => {
      atMs += BETWEEN_TAKES_MS;
      return shootOne(drawn, expression, atMs);
    };
    for (const gesture of ALL_GESTURE_NAMES) {
      const timeline = gestureTimeline(gesture);
      pictures[gesture] = [];
      for (let take = 0; take < takes; take += 1) {
        // A little before and after the middle of the held gesture.
        const expression = timeline.expressionAt(timeline.durationMs * (0.5 + 0.02 * take));
        pictures[gesture].push(await shoot(expression));
      }
      if (GESTURES[gesture].fewestBetween === 0) continue;
      const peak = timeline.expressionAt(timeline.peaksAtMs[0] ?? 0);
      const way: string[] = [];
      for (const part of [0, 1 / 3, 2 / 3]) {
        way.push(await shootOne(drawn, scaleExpression(peak, part), atMs, WAY_WIDTH_PX));
      }
      pictures[`way-${gesture}`] = way;
    }
    pictures.neutral = [];
    for (let take = 0; take < takes; take += 1) pictures.neutral.push(await shoot({}));
    for (const [name, expression] of Object.entries(DOUBLES)) {
      pictures[name] = [await shoot(expression)];
    }
    return pictures;
  } finally {
    drawn.dispose();
  }
}

async function shootOne(
  person: SimulatedPerson,
  expression: Partial<Expression>,
  atMs: number,
  sentWidthPx = WIDTH_PX,
): Promise<string> {
  const pen = penOf(WIDTH_PX);
  person.set(expression);
  person.draw(pen, atMs);
  const sent = penOf(sentWidthPx);
  sent.drawImage(pen.canvas, 0, 0, sent.canvas.width, sent.canvas.height);
  return sent.canvas.toDataURL('image/jpeg', QUALITY).split(',')[1] ?? '';
}

/** Of a new canvas in the shape of the pictures. */
function penOf(widthPx: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = Math.round((HEIGHT_PX * widthPx) / WIDTH_PX);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  return pen;
}
