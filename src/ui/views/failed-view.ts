import { html, nothing, type TemplateResult } from 'lit';
import type { CheckState } from '../../check/check-state.ts';
import type { LivenessErrorCode } from '../../errors.ts';
import { type EmblemName, emblem } from '../drawings/emblems.ts';
import { hintOf } from '../words/hint-of.ts';
import { alternativeSlot } from './alternative-slot.ts';
import { cameraChooser } from './camera-chooser.ts';
import { handOffButton } from './hand-off-view.ts';
import { moreTimeButton } from './help-buttons.ts';
import { cause, messageCard, retryHint } from './message-card.ts';
import type { ViewContext } from './view-context.ts';

/** Pictures that say more than a sign; the rest have the sign. */
const PICTURES: Partial<Record<LivenessErrorCode, EmblemName>> = {
  'camera-denied': 'allow-camera',
  'camera-dismissed': 'allow-camera',
  'camera-blocked-by-system': 'no-camera',
  'camera-blocked-by-policy': 'no-camera',
  'camera-failed': 'no-camera',
  'camera-blank': 'no-camera',
  'camera-in-use': 'no-camera',
  'camera-missing': 'no-camera',
  'camera-lost': 'no-camera',
  'canvas-scrambled': 'no-camera',
  'gesture-timeout': 'out-of-time',
  'check-timeout': 'out-of-time',
  'token-expired': 'out-of-time',
  network: 'offline',
  'assets-unreachable': 'offline',
};

/** Where another camera may help. */
const CAMERA_FAULTS: readonly LivenessErrorCode[] = [
  'camera-in-use',
  'camera-lost',
  'camera-failed',
  'camera-blank',
];

/** Where more time would have helped. */
const TIME_OUTS: readonly LivenessErrorCode[] = ['gesture-timeout', 'check-timeout'];

/** What went wrong in the person's words, what to do about it, and the code that support asks for. */
export function failedView(
  { error }: Extract<CheckState, { name: 'failed' }>,
  context: ViewContext,
): TemplateResult {
  const { words, canRetry, onRetry } = context;
  const { code, retryable } = error;
  const inTheWay = hintOf(error);
  return messageCard({
    picture: emblem(PICTURES[code] ?? 'failed'),
    title: words(`error.${code}.title`),
    text: words(`error.${code}.action`),
    more: html`${inTheWay ? cause(words(`hint.${inTheWay}`)) : nothing}${
      context.inApp && needsOtherBrowser(code) ? cause(words('retry.in-app')) : nothing
    }${retryable && !canRetry ? retryHint(words) : nothing}`,
    action: retryable && canRetry ? { label: words('action.retry'), run: onRetry } : undefined,
    help: TIME_OUTS.includes(code)
      ? moreTimeButton(context)
      : CAMERA_FAULTS.includes(code)
        ? cameraChooser(context.cameraChoice, context.term)
        : undefined,
    alternative: html`${needsOtherDevice(code) ? handOffButton(context) : nothing}${alternativeSlot(context)}`,
    reference: words('error.reference', code),
  });
}

/** Whether the app around the page may be what is in the way; a policy is the page's own. */
function needsOtherBrowser(code: LivenessErrorCode): boolean {
  return needsOtherDevice(code) && code !== 'camera-blocked-by-policy' && code !== 'camera-blank';
}

/** Whether a phone is the way out. */
function needsOtherDevice(code: LivenessErrorCode): boolean {
  return (
    code.startsWith('camera-') || code === 'unsupported-browser' || code === 'canvas-scrambled'
  );
}
