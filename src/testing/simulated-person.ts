import type { GestureName } from '../challenge/gesture.ts';
import type { CameraScene } from './camera-scene.ts';
import type { Appearance } from './drawing/appearance.ts';
import { loadCanonicalFace } from './drawing/canonical-face-data.ts';
import type { DrawingKind } from './drawing/drawing-kind.ts';
import { createPersonFigure, type PersonFigure } from './drawing/person-figure.ts';
import { type Proportions, reshapeFace } from './drawing/proportions.ts';
import { Stage } from './drawing/stage.ts';
import { addExpressions, type Expression, sameExpression } from './expression.ts';
import { gestureTimeline, type Offset, pauseTimeline } from './gesture-timeline.ts';
import { createIdleMotion } from './idle-motion.ts';
import { TimelinePlayer } from './timeline-player.ts';

/** How to make a person. */
export interface SimulatedPersonOptions {
  /** Same seed, same small motion of the head. Default 1. */
  readonly seed?: number;
  /** Size of the drawing; take the camera's. Default 640 × 480. */
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly appearance?: Appearance;
  /** What the face is like. Default: the canonical face. */
  readonly proportions?: Proportions;
  /** How it is drawn. Default: `webgl` where the browser has it, else `2d`; {@link SimulatedPerson.drawing} tells. */
  readonly drawing?: DrawingKind;
}

/**
 * Loads and draws a person whom the face model takes for one.
 *
 * @throws Error when `canonical-face.json` is not next to the modules, or WebGL is asked for and is not there.
 *
 * @example
 * ```ts
 * import { createSimulatedPerson } from 'nodeflux-liveness/testing';
 * const person = await createSimulatedPerson({ seed: 7, widthPx: 320, heightPx: 240 });
 * await person.perform('turn-left');
 * person.dispose();
 * ```
 */
export async function createSimulatedPerson(
  options: SimulatedPersonOptions = {},
): Promise<SimulatedPerson> {
  const { seed = 1, widthPx = 640, heightPx = 480, appearance, proportions, drawing } = options;
  const canonical = await loadCanonicalFace();
  const face = proportions ? reshapeFace(canonical, proportions) : canonical;
  const figure = createPersonFigure(face, appearance);
  return new SimulatedPerson(figure, new Stage({ widthPx, heightPx }, drawing), seed);
}

/**
 * A person who can be asked for gestures. Time is the camera's: nothing moves, and no gesture ends, while nobody
 * draws the person. Owns what it is drawn with until `dispose`.
 */
export class SimulatedPerson implements CameraScene {
  readonly #figure: PersonFigure;
  readonly #stage: Stage;
  readonly #idleMotion: (nowMs: number) => Expression;
  readonly #player = new TimelinePlayer();
  #resting: Partial<Expression> = {};
  #drawn: Expression | undefined;
  #drawnOn: CanvasRenderingContext2D | undefined;

  /** Use {@link createSimulatedPerson}. @internal */
  constructor(figure: PersonFigure, stage: Stage, seed: number) {
    this.#figure = figure;
    this.#stage = stage;
    this.#idleMotion = createIdleMotion(seed);
    stage.add(figure.group);
  }

  /** How the person is drawn. */
  get drawing(): DrawingKind {
    return this.#stage.drawing;
  }

  /**
   * Makes a gesture, after those that were asked for before. Resolves when the face is back at rest.
   *
   * @param slowness How many times as long as usual it takes. Default 1.
   * @param beside Where a head that follows a dot goes instead. Default its usual place.
   */
  perform(gesture: GestureName, slowness?: number, beside?: Offset): Promise<void> {
    return this.#player.play(gestureTimeline(gesture, slowness, beside));
  }

  /** Does nothing for a while, after the gestures that were asked for before. */
  pause(durationMs: number): Promise<void> {
    return this.#player.play(pauseTimeline(durationMs));
  }

  /** Gives up gestures that run or wait; their promises resolve. */
  relax(): void {
    this.#player.clear();
  }

  /** Replaces the expression that gestures start from and return to. `set({})` is neutral again. */
  set(expression: Partial<Expression>): void {
    this.#resting = expression;
  }

  draw(context: CanvasRenderingContext2D, nowMs: number): void {
    const expression = addExpressions(
      this.#resting,
      this.#player.advance(nowMs),
      this.#idleMotion(nowMs),
    );
    if (context === this.#drawnOn && this.#drawn && sameExpression(expression, this.#drawn)) return;
    this.#drawn = expression;
    this.#drawnOn = context;
    this.#figure.apply(expression);
    this.#stage.draw(context);
  }

  /** Ends all gestures and frees what the person is drawn with. */
  dispose(): void {
    this.relax();
    this.#stage.dispose();
  }
}
