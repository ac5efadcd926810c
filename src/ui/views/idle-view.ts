import { html, type TemplateResult } from 'lit';
import type { CheckState } from '../../check/check-state.ts';
import { emblem } from '../drawings/emblems.ts';
import { alternativeSlot } from './alternative-slot.ts';
import { consentBox } from './consent-box.ts';
import { handOffButton } from './hand-off-view.ts';
import { moreTimeButton } from './help-buttons.ts';
import type { ViewContext } from './view-context.ts';

/** Time for start, positioning and sending, and for one gesture, as seen in whole checks; rounded for people. */
const BASE_SECONDS = 8;
const GESTURE_SECONDS = 4;

/** Before the camera opens: what happens, how long it takes, what is kept. */
export function idleView(
  _state: Extract<CheckState, { name: 'idle' }>,
  context: ViewContext,
): TemplateResult {
  const { words, gestureCount, moreTime } = context;
  const seconds = Math.ceil((BASE_SECONDS + GESTURE_SECONDS * gestureCount) / 5) * 5;
  return html`
    <section class="card" part="card">
      <div class="about">
        <div class="emblem" part="emblem" aria-hidden="true">${emblem('face')}</div>
        <h2 class="title" part="title" tabindex="-1">${words('start.title')}</h2>
        <p class="text" part="text">${words('start.lead')}</p>
        <ol class="steps" part="steps">
          <li>${words('start.step-position')}</li>
          <li>
            ${gestureCount > 0 ? words('start.step-gestures', gestureCount) : words('start.step-passive')}
          </li>
        </ol>
      </div>
      <div class="actions">
        <div class="privacy" part="privacy"><slot name="privacy">${notice(context)}</slot></div>
        ${consentBox(context)}
        <button
          class="primary"
          part="button primary-button"
          type="button"
          data-focus
          @click=${context.onStart}
        >
          ${words('action.start')}
        </button>
        <p class="duration" part="duration">
          ${moreTime ? words('start.more-time') : words('start.duration', seconds)}
        </p>
        ${moreTimeButton(context)} ${handOffButton(context)} ${alternativeSlot(context)}
      </div>
    </section>
  `;
}

function notice({ words, privacy: { recipient, retentionDays } }: ViewContext): TemplateResult {
  const kept =
    retentionDays === undefined
      ? words('start.privacy-unsaid')
      : retentionDays === 0
        ? words('start.privacy-deleted')
        : words('start.privacy-kept', retentionDays);
  return html`${words('start.privacy', recipient)} ${kept}`;
}
