import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Hint } from '../../challenge/hint.ts';
import type { Aim } from '../drawings/followed-dot.ts';
import { ovalOverlay } from '../drawings/oval-overlay.ts';
import type { Ring } from '../drawings/progress-ring.ts';
import { cameraChooser } from './camera-chooser.ts';
import { praise } from './praise.ts';
import { speechButton } from './speech-button.ts';
import type { ViewContext } from './view-context.ts';

/** What differs between the states in which the camera is on. */
export interface CameraStage {
  /** What to do now: large, next to the lens. */
  readonly instruction: TemplateResult;
  /** Whether it has been there for long: its letters are larger. */
  readonly instructionLarge?: boolean;
  /** What helps with it, one line below. */
  readonly detail?: TemplateResult | undefined;
  /** Whether `detail` says that something is in the way. */
  readonly detailUrgent?: boolean;
  /** How many gestures have counted. Each one is praised for a moment, in the place of `detail`. */
  readonly counted?: number;
  /** What the oval answers to. */
  readonly hint?: Hint | undefined;
  readonly ring: Ring;
  /** A dot to be followed. */
  readonly aim?: Aim | undefined;
  /** How much of the time for it is left, 1..0; absent where none runs. */
  readonly timeLeft?: number;
  /** A drawing of what to do. */
  readonly drawing?: TemplateResult | undefined;
  /** Whether the drawing is what matters now: it is larger. */
  readonly drawingLarge?: boolean;
  /** Another way for who cannot do as asked: a button below the picture. */
  readonly help?: TemplateResult | undefined;
  /** How far the check is, in words, below the picture. */
  readonly progress?: string | TemplateResult | undefined;
}

/** Stands where the picture will be: a camera, in the oval's drawing. */
const PLACEHOLDER = html`<svg class="overlay placeholder" viewBox="0 0 300 400">
  <path d="M122 162h11l5-8h24l5 8h11a5 5 0 0 1 5 5v29a5 5 0 0 1-5 5h-56a5 5 0 0 1-5-5v-29a5 5 0 0 1 5-5Z" />
  <circle cx="150" cy="180" r="11" />
</svg>`;

/**
 * The words, the picture below (beside it where there is little height), and what can be pressed. All camera states
 * share this one template, so that the preview, the buttons and the focus stay where they are from one to the next.
 */
export function cameraStage(stage: CameraStage, context: ViewContext): TemplateResult {
  const { counted = 0, detail } = stage;
  return html`
    <section class="stage" part="stage">
      <div class="guidance" part="guidance">
        <h2
          class="instruction"
          part="instruction"
          data-large=${stage.instructionLarge ?? false}
          tabindex="-1"
          data-focus
        >
          ${stage.instruction}
        </h2>
        <div class="below-instruction">
          ${
            detail
              ? html`<p class="detail" part="detail" data-urgent=${stage.detailUrgent ?? false}>
                  ${detail}
                </p>`
              : nothing
          }
          ${counted > 0 ? keyed(counted, praise(context.words, Boolean(detail))) : nothing}
        </div>
      </div>
      <div class="camera" part="camera">
        <div class="picture" aria-hidden="true">${context.preview ?? PLACEHOLDER}</div>
        ${ovalOverlay(stage.ring, stage.hint, stage.timeLeft, stage.aim)}
      </div>
      ${
        stage.drawing
          ? html`<div
              class="drawing"
              part="drawing"
              data-large=${stage.drawingLarge ?? false}
              aria-hidden="true"
            >
              ${stage.drawing}
            </div>`
          : nothing
      }
      <div class="helps">${stage.help ?? nothing}</div>
      <div class="footer" part="footer">
        <p class="progress" part="progress">${stage.progress ?? nothing}</p>
        ${cameraChooser(context.cameraChoice, context.term)}
        ${speechButton(context.speech, context.term)}
        <button class="quiet" part="button cancel-button" type="button" @click=${context.onCancel}>
          ${context.words('action.cancel')}
        </button>
      </div>
    </section>
  `;
}
