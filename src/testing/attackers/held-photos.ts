import type { GestureName } from '../../challenge/gesture.ts';
import { Stage } from '../drawing/stage.ts';
import type { Expression } from '../expression.ts';
import { gestureTimeline, pauseTimeline } from '../gesture-timeline.ts';
import { createIdleMotion } from '../idle-motion.ts';
import { TimelinePlayer } from '../timeline-player.ts';
import type { Attacker } from './attacker.ts';
import { createPaper } from './paper.ts';
import { type PhotoSubject, takePhotos } from './take-photos.ts';

/** Which photos there are, and what the hands do with them. */
export interface HeldPhotosOptions {
  /** What each further photo shows, by the gesture that it is held up for. Default: none but the neutral one. */
  readonly photos?: Readonly<Partial<Record<GestureName, Partial<Expression>>>>;
  /** Whether turns and nods that there is no photo for are made by tilting the print. Default false. */
  readonly tilts?: boolean;
  /**
   * How one picture follows another: at once; faded over, as a slide show does; swiped aside, as in a gallery; or the upper one
   * pulled away from the next. The latter three take 0.6 s. Default `cut`.
   */
  readonly change?: PhotoChange;
  readonly subject?: PhotoSubject;
  readonly seed?: number;
}

/** How one picture follows another. */
export type PhotoChange = 'cut' | 'fade' | 'slide' | 'pull';

const CHANGE_MS = 600;
/** A print's width and height in the place of a face, in centimetres. */
const PRINT = { width: 46, height: 34 } as const;
/** A hand tilts paper further than a head turns, since a flat face hardly seems to turn. */
const TILT_GAIN = 1.4;
/** Hands sway more than heads. */
const SWAY_GAIN = 3;

/**
 * Somebody who reads the instructions and holds up one printed photo after the other.
 *
 * @throws Error when `canonical-face.json` is not next to the modules.
 *
 * @example
 * ```ts
 * import { createHeldPhotos, installSimulatedCamera, obey } from 'nodeflux-liveness/testing';
 * const scene = await createHeldPhotos({ photos: { smile: { smile: 1 } } });
 * installSimulatedCamera(scene);
 * obey(document, scene);
 * ```
 */
export async function createHeldPhotos(options: HeldPhotosOptions = {}): Promise<Attacker> {
  const { change = 'cut', photos = {}, seed = 1, subject, tilts = false } = options;
  const gestures = Object.keys(photos) as GestureName[];
  const shown = [{}, ...gestures.map((gesture) => photos[gesture] ?? {})];
  const papers = (await takePhotos(shown, subject)).map((photo) => createPaper(photo));
  const [neutral] = papers;
  const stage = new Stage({ widthPx: 640, heightPx: 480 });
  stage.add(...papers);
  const player = new TimelinePlayer();
  const sway = createIdleMotion(seed);
  let asked: GestureName | undefined;
  /** What is held, what was held before, and since when. */
  let now = neutral;
  let before = neutral;
  let changedAtMs = Number.NEGATIVE_INFINITY;
  return {
    async perform(gesture, ...how) {
      asked = gesture;
      await player.play(gestureTimeline(gesture, ...how));
      asked = undefined;
    },
    pause: (durationMs) => player.play(pauseTimeline(durationMs)),
    relax() {
      player.clear();
      asked = undefined;
    },
    draw(context, nowMs) {
      const pose = player.advance(nowMs);
      const held = (asked && papers[gestures.indexOf(asked) + 1]) ?? neutral;
      const tilt = tilts && held === neutral ? TILT_GAIN : 0;
      const hand = sway(nowMs);
      if (held !== now) [before, now, changedAtMs] = [now, held, nowMs];
      const part = change === 'cut' ? 1 : Math.min(1, (nowMs - changedAtMs) / CHANGE_MS);
      const showOnly = (...visible: readonly (typeof neutral)[]): void => {
        for (const paper of papers) paper.visible = visible.includes(paper);
      };
      for (const paper of [before, now]) {
        paper?.rotation.set(
          radians(-pose.pitchDegrees * tilt - hand.pitchDegrees * SWAY_GAIN),
          radians(pose.yawDegrees * tilt + hand.yawDegrees * SWAY_GAIN),
          radians(hand.rollDegrees * SWAY_GAIN),
        );
        paper?.position.set(hand.x * SWAY_GAIN, hand.y * SWAY_GAIN, 0);
      }
      if (part === 1) {
        showOnly(now);
        stage.draw(context);
        return;
      }
      if (change === 'fade') {
        showOnly(before);
        stage.draw(context);
        showOnly(now);
        context.globalAlpha = part;
        stage.draw(context);
        context.globalAlpha = 1;
        return;
      }
      showOnly(before, now);
      if (change === 'slide') {
        before?.position.setX(before.position.x - part * PRINT.width);
        now?.position.setX(now.position.x + (1 - part) * PRINT.width);
      } else {
        before?.position.setY(before.position.y - part * PRINT.height);
        // Under the one that is pulled away.
        now?.position.setZ(-0.5);
      }
      stage.draw(context);
    },
    dispose() {
      player.clear();
      stage.dispose();
    },
  };
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
