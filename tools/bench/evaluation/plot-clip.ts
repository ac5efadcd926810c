import { compareFaces, type FaceChange } from '../../../src/challenge/face-change.ts';
import { GESTURE_NAMES, GESTURES, type GestureName } from '../../../src/challenge/gesture.ts';
import { BLINK } from '../../../src/challenge/gestures/blink.ts';
import type { GestureRecord } from '../../../src/challenge/gestures/gesture-record.ts';
import { NOD } from '../../../src/challenge/gestures/nod.ts';
import { OPEN_MOUTH } from '../../../src/challenge/gestures/open-mouth.ts';
import { SMILE } from '../../../src/challenge/gestures/smile.ts';
import { TURN } from '../../../src/challenge/gestures/turn.ts';
import { bestNeutral } from './play-gesture.ts';
import type { GestureScore } from './score-clip.ts';
import type { EvaluatedClip } from './summarize.ts';

const WIDTH = 960;
const LEFT = 128;
const RIGHT = 12;
const PANEL_HEIGHT = 110;
const PANEL_GAP = 16;
const LANE_HEIGHT = 18;
const HEAD = 8;

/** Colours that stay apart for colour-blind readers (Okabe & Ito 2008). */
const BLUE = '#0072b2';
const ORANGE = '#d55e00';
const GREEN = '#009e73';
const PURPLE = '#aa4499';
const RED = '#c00000';

interface Line {
  readonly name: string;
  readonly colour: string;
  readonly read: (change: FaceChange) => number;
  readonly thresholds: readonly number[];
}

interface Panel {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  readonly lines: readonly Line[];
  /** The labels of the gestures that move this are tinted behind the lines. */
  readonly moves: GestureRecord['moves'];
}

const PANELS: readonly Panel[] = [
  {
    title: 'head, degrees',
    from: -40,
    to: 40,
    ticks: [-30, 0, 30],
    lines: [
      {
        name: 'yaw (left +)',
        colour: BLUE,
        read: (change) => change.yawDegrees,
        thresholds: [TURN.page.degreesFromNeutral, -TURN.page.degreesFromNeutral],
      },
      {
        name: 'pitch (up +)',
        colour: ORANGE,
        read: (change) => change.pitchDegrees,
        thresholds: [NOD.page.degreesFromNeutral, -NOD.page.degreesFromNeutral],
      },
    ],
    moves: 'head',
  },
  {
    title: 'mouth',
    from: -0.25,
    to: 0.75,
    ticks: [0, 0.5],
    lines: [
      {
        name: 'widening',
        colour: BLUE,
        read: (change) => change.mouthWidening,
        thresholds: [SMILE.page.wideningFromRecent],
      },
      {
        name: 'opening',
        colour: ORANGE,
        read: (change) => change.mouthOpening,
        thresholds: [OPEN_MOUTH.page.openingFromNeutral],
      },
    ],
    moves: 'mouth',
  },
  {
    title: 'eye closure',
    from: -0.4,
    to: 1,
    ticks: [0, 0.5, 1],
    lines: [
      {
        name: 'of the less closed',
        colour: PURPLE,
        read: (change) => Math.min(change.leftEyeClosure, change.rightEyeClosure),
        thresholds: [BLINK.page.closureFromRecent],
      },
      {
        name: 'of the more closed',
        colour: GREEN,
        read: (change) => Math.max(change.leftEyeClosure, change.rightEyeClosure),
        thresholds: [BLINK.reopenedClosure],
      },
    ],
    moves: 'eyes',
  },
];

/** The colour of the line that the gesture's movement drives: the first movement of a panel, its first line. */
function colourOf(gesture: GestureName): string {
  const { moves, movement } = GESTURES[gesture];
  const alike = GESTURE_NAMES.map((name) => GESTURES[name]).filter((one) => one.moves === moves);
  const row = [...new Set(alike.map((one) => one.movement))].indexOf(movement);
  return PANELS.find((panel) => panel.moves === moves)?.lines[row]?.colour ?? RED;
}

/**
 * The clip's signals over time as changes from its neutral face, with the thresholds that decide (dashed), what was
 * labelled (bars and tints) and what was seen (dots; crosses where nothing was labelled). A static SVG.
 */
export function plotClip({ clip, track, score }: EvaluatedClip): string {
  const durationS = track.length / clip.framesPerSecond;
  const x = (timeS: number): string =>
    (LEFT + ((WIDTH - LEFT - RIGHT) * timeS) / durationS).toFixed(1);
  const neutral = score.neutral ?? bestNeutral({ clip, track });
  const changes = track.map(({ face }) =>
    face && neutral ? compareFaces(face, neutral) : undefined,
  );
  const drawn: string[] = [];
  let top = HEAD;
  for (const panel of PANELS) {
    drawn.push(...drawPanel(panel, top));
    top += PANEL_HEIGHT + PANEL_GAP;
  }
  for (const one of score.gestures) {
    if (one.occurrences.length + one.seenAtS.length > 0) drawLane(one);
  }
  if (clip.distractors.length > 0) {
    drawn.push(laneName('not to be counted', '#555', top));
    for (const { name, fromS, toS } of clip.distractors) {
      drawn.push(bar(fromS, toS, '#999', top, name));
    }
    top += LANE_HEIGHT;
  }
  drawn.push(laneName('asked', '#555', top));
  for (const { name, fromS, toS } of score.shown) {
    const colour = name.startsWith('gesture')
      ? GREEN
      : name.startsWith('hold')
        ? '#e69f00'
        : '#ccc';
    drawn.push(bar(fromS, Math.min(toS, durationS), colour, top, name));
  }
  top += LANE_HEIGHT;
  for (let second = 0; second <= durationS; second++) {
    drawn.push(text(Number(x(second)), top + 10, `${second} s`, '#555', 'middle'));
  }
  const height = top + 18;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" font-family="sans-serif" font-size="11"><title>${escapeXml(clip.name)}</title><rect width="${WIDTH}" height="${height}" fill="#fff"/>${drawn.join('')}</svg>\n`;

  function drawPanel(panel: Panel, panelTop: number): string[] {
    const y = (value: number): string => {
      const part =
        (Math.min(panel.to, Math.max(panel.from, value)) - panel.from) / (panel.to - panel.from);
      return (panelTop + PANEL_HEIGHT * (1 - part)).toFixed(1);
    };
    const across = (value: number, style: string): string =>
      `<path d="M${LEFT} ${y(value)}H${WIDTH - RIGHT}" ${style}/>`;
    return [
      `<rect x="${LEFT}" y="${panelTop}" width="${WIDTH - LEFT - RIGHT}" height="${PANEL_HEIGHT}" fill="#fafafa"/>`,
      ...clip.actions
        .filter(({ name }) => GESTURES[name].moves === panel.moves)
        .map(
          ({ name, fromS, toS }) =>
            `<rect x="${x(fromS)}" y="${panelTop}" width="${(Number(x(Math.min(toS, durationS))) - Number(x(fromS))).toFixed(1)}" height="${PANEL_HEIGHT}" fill="${colourOf(name)}" opacity=".13"/>`,
        ),
      ...panel.ticks.flatMap((tick) => [
        across(tick, 'stroke="#ddd"'),
        text(LEFT - 6, Number(y(tick)) + 4, String(tick), '#777', 'end'),
      ]),
      text(4, panelTop + 12, panel.title, '#000'),
      ...panel.lines.flatMap(({ name, colour, read, thresholds }, row) => [
        text(4, panelTop + 30 + 15 * row, name, colour),
        ...thresholds.map((value) =>
          across(value, `stroke="${colour}" stroke-dasharray="5 4" opacity=".7"`),
        ),
        `<path d="${trace(read, y)}" fill="none" stroke="${colour}" stroke-width="1.6"/>`,
      ]),
    ];
  }

  function trace(read: Line['read'], y: (value: number) => string): string {
    let pen = 'M';
    return changes
      .map((change, frame) => {
        if (!change) {
          pen = 'M';
          return '';
        }
        const point = `${pen}${x(frame / clip.framesPerSecond)} ${y(read(change))}`;
        pen = 'L';
        return point;
      })
      .join('');
  }

  function drawLane({ gesture, seenAtS, falseAtS, atSeamS }: GestureScore): void {
    const colour = colourOf(gesture);
    drawn.push(laneName(gesture, colour, top));
    for (const { name, fromS, toS } of clip.actions) {
      if (name === gesture) drawn.push(bar(fromS, Math.min(toS, durationS), colour, top, name));
    }
    const wrong = new Set([...falseAtS, ...atSeamS]);
    const middle = top + LANE_HEIGHT / 2;
    // The same place is seen in several laps; once is enough to draw.
    for (const atS of new Set(seenAtS.map((seconds) => seconds.toFixed(2)))) {
      const isWrong = [...wrong].some((seconds) => seconds.toFixed(2) === atS);
      const centre = Number(x(Number(atS)));
      drawn.push(
        isWrong
          ? `<path d="M${centre - 4} ${middle - 4}l8 8m0 -8l-8 8" stroke="${RED}" stroke-width="2"><title>false at ${atS} s</title></path>`
          : `<circle cx="${centre}" cy="${middle}" r="4" fill="${colour}" stroke="#fff"><title>seen at ${atS} s</title></circle>`,
      );
    }
    top += LANE_HEIGHT;
  }

  function bar(fromS: number, toS: number, colour: string, laneTop: number, what: string): string {
    const width = Math.max(1, Number(x(toS)) - Number(x(fromS)));
    return `<rect x="${x(fromS)}" y="${laneTop + 4}" width="${width.toFixed(1)}" height="${LANE_HEIGHT - 8}" fill="${colour}" opacity=".35"><title>${escapeXml(what)}</title></rect>`;
  }
}

function laneName(name: string, colour: string, laneTop: number): string {
  return text(4, laneTop + 13, name, colour);
}

function text(x: number, y: number, content: string, colour: string, anchor = 'start'): string {
  return `<text x="${x}" y="${y}" fill="${colour}" text-anchor="${anchor}">${escapeXml(content)}</text>`;
}

/** Labels come from a file that somebody else wrote. */
export function escapeXml(content: string): string {
  return content.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
