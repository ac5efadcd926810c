import type { GestureName } from '../../challenge/gesture.ts';
import { loadCanonicalFace } from '../drawing/canonical-face-data.ts';
import { createPersonFigure } from '../drawing/person-figure.ts';
import { reshapeFace } from '../drawing/proportions.ts';
import { paintRoom } from '../drawing/room.ts';
import { Stage } from '../drawing/stage.ts';
import { addExpressions } from '../expression.ts';
import { gestureTimeline, pauseTimeline } from '../gesture-timeline.ts';
import { createIdleMotion } from '../idle-motion.ts';
import { TimelinePlayer } from '../timeline-player.ts';
import type { Attacker } from './attacker.ts';
import type { PhotoSubject } from './take-photos.ts';

/** What was recorded, and how it is played. */
export interface ScreenReplayOptions {
  /** The gestures of the recorded session, in their order. */
  readonly recorded: readonly GestureName[];
  /** From the end of a gesture to the next, in milliseconds. Default 1500. */
  readonly betweenMs?: number;
  readonly subject?: PhotoSubject;
  readonly seed?: number;
}

const VIDEO = { widthPx: 480, heightPx: 360, framesPerSecond: 8 } as const;
/** Before the first gesture, for the neutral face. */
const LEAD_IN_MS = 1500;
/** Share of the picture's width that the screen takes, and of the screen's that its rim does. */
const SCREEN_SHARE = 0.92;
const RIM_SHARE = 0.035;
const SWAY_PX = 20;

/**
 * A tablet that plays a video of the person. It shows the neutral face until the first gesture is asked for; then it plays
 * the whole recording over and over, at its own pace.
 *
 * @throws Error when `canonical-face.json` is not next to the modules.
 *
 * @example
 * ```ts
 * import { createScreenReplay, installSimulatedCamera, obey } from 'nodeflux-liveness/testing';
 * const tablet = await createScreenReplay({ recorded: ['smile', 'turn-left', 'blink'] });
 * installSimulatedCamera(tablet);
 * obey(document, tablet);
 * ```
 */
export async function createScreenReplay(options: ScreenReplayOptions): Promise<Attacker> {
  const { seed = 1 } = options;
  const { frames, leadInFrames } = await record(options);
  const hand = createIdleMotion(seed);
  let startedAtMs: number | undefined;
  let pressed = false;
  return {
    async perform() {
      pressed = true;
    },
    // What the hands wait for is not in the video.
    pause: (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs)),
    relax: () => undefined,
    draw(context, nowMs) {
      if (pressed) startedAtMs ??= nowMs;
      const number = Math.floor((nowMs * VIDEO.framesPerSecond) / 1000);
      const playing = Math.floor(((nowMs - (startedAtMs ?? nowMs)) / 1000) * VIDEO.framesPerSecond);
      const still = number % leadInFrames;
      const frame =
        startedAtMs === undefined
          ? frames[still]
          : frames[(leadInFrames + playing) % frames.length];
      if (frame) drawScreen(context, frame, hand(nowMs));
    },
    dispose() {
      frames.length = 0;
    },
  };
}

/** Films the person once, so that what is played is a recording. */
async function record(
  options: ScreenReplayOptions,
): Promise<{ frames: HTMLCanvasElement[]; leadInFrames: number }> {
  const { betweenMs = 1500, recorded, seed = 1, subject = {} } = options;
  const canonical = await loadCanonicalFace();
  const face = subject.proportions ? reshapeFace(canonical, subject.proportions) : canonical;
  const figure = createPersonFigure(face, subject.appearance);
  const stage = new Stage(VIDEO);
  stage.add(figure.group);
  const player = new TimelinePlayer();
  const idle = createIdleMotion(seed + 17);
  let durationMs = LEAD_IN_MS;
  const play = (timeline: Parameters<TimelinePlayer['play']>[0]): void => {
    durationMs += timeline.durationMs;
    void player.play(timeline);
  };
  void player.play(pauseTimeline(LEAD_IN_MS));
  for (const gesture of recorded) {
    play(gestureTimeline(gesture));
    play(pauseTimeline(betweenMs));
  }
  const frames: HTMLCanvasElement[] = [];
  try {
    for (let atMs = 0; atMs < durationMs; atMs += 1000 / VIDEO.framesPerSecond) {
      const canvas = document.createElement('canvas');
      canvas.width = VIDEO.widthPx;
      canvas.height = VIDEO.heightPx;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('this browser cannot draw on a canvas');
      figure.apply(addExpressions(player.advance(atMs), idle(atMs)));
      stage.draw(context);
      frames.push(canvas);
    }
  } finally {
    stage.dispose();
  }
  return { frames, leadInFrames: Math.floor((LEAD_IN_MS / 1000) * VIDEO.framesPerSecond) };
}

function drawScreen(
  context: CanvasRenderingContext2D,
  frame: HTMLCanvasElement,
  hand: { readonly x: number; readonly y: number; readonly rollDegrees: number },
): void {
  const { width, height } = context.canvas;
  const [w, h] = [width * SCREEN_SHARE, height * SCREEN_SHARE];
  const rim = w * RIM_SHARE;
  paintRoom(context, width, height);
  context.save();
  context.translate(width / 2 + hand.x * SWAY_PX, height / 2 + hand.y * SWAY_PX);
  context.rotate((hand.rollDegrees * Math.PI) / 180);
  context.fillStyle = '#101214';
  context.fillRect(-w / 2, -h / 2, w, h);
  context.drawImage(frame, -w / 2 + rim, -h / 2 + rim, w - 2 * rim, h - 2 * rim);
  // A screen reflects the room a little.
  context.fillStyle = 'rgba(220, 230, 240, 0.07)';
  context.fillRect(-w / 2 + rim, -h / 2 + rim, w - 2 * rim, h - 2 * rim);
  context.restore();
}
