import { DOT_NAMES, GESTURES } from '../../../src/challenge/gesture.ts';
import type { StateHost } from '../../states/state-host.ts';

/** A state of the gallery in which something can be seen. */
export interface StateExample {
  /** Its name in `FIXTURE_VIEWS`. */
  readonly view: string;
  /** What is other than usual there. */
  readonly host?: Partial<
    Pick<StateHost, 'state' | 'canRetry' | 'gestureCount' | 'cameraChoice' | 'speech' | 'consent'>
  >;
}

const nothingHappens = (): void => undefined;
const camera = (deviceId: string, label: string) => ({ deviceId, label, kind: 'unknown' as const });
/** As Android names them, and one without a name: the element has better words for these. */
const NAMELESS_CAMERAS: StateExample['host'] = {
  cameraChoice: {
    cameras: [
      camera('front', 'camera2 1, facing front'),
      camera('back', 'camera2 0, facing back'),
      camera('other', ''),
    ],
    chosenId: 'front',
    onChoose: nothingHappens,
  },
};

/** Texts whose place their names do not tell. */
const SLOTS: Readonly<Record<string, StateExample>> = {
  privacy: { view: 'idle' },
  alternative: { view: 'idle' },
  consent: { view: 'idle-consent' },
  'consent.label': { view: 'idle-consent' },
  'consent.missed': { view: 'idle-consent-missed' },
  'start.step-passive': { view: 'idle', host: { gestureCount: 0 } },
  'start.privacy-kept': { view: 'idle-kept' },
  'start.privacy-unsaid': { view: 'idle-unsaid' },
  'start.more-time': { view: 'idle-more-time' },
  'preparing.permission': { view: 'preparing-permission' },
  'preparing.loading': { view: 'preparing-loading' },
  'positioning.restarted': { view: 'positioning-restarted' },
  'gesture.step': { view: 'gesture-smile' },
  'gesture.counted': { view: 'gesture-smile' },
  'camera.choose': { view: 'gesture-all-controls' },
  'camera.front': { view: 'gesture-smile', host: NAMELESS_CAMERAS },
  'camera.back': { view: 'gesture-smile', host: NAMELESS_CAMERAS },
  'camera.numbered': { view: 'gesture-smile', host: NAMELESS_CAMERAS },
  'action.start': { view: 'idle' },
  'action.cancel': { view: 'holding' },
  'action.retry': { view: 'failed-network' },
  'retry.reload': { view: 'failed-network', host: { canRetry: false } },
  'retry.in-app': { view: 'failed-camera-denied-in-app' },
  'action.restart': { view: 'cancelled' },
  'action.handoff': { view: 'idle-phone' },
  'action.copy': { view: 'handoff-code' },
  'handoff.running-title': { view: 'handoff-opened' },
  'handoff.running': { view: 'handoff-opened' },
  'action.swap': { view: 'gesture-smile' },
  'action.more-time': { view: 'idle' },
  'action.speak': {
    view: 'gesture-smile',
    host: { speech: { on: false, onToggle: nothingHappens } },
  },
  'action.fall-silent': { view: 'gesture-all-controls' },
  'hint.turn-further': { view: 'gesture-turn-left-short' },
  'hint.turn-less': { view: 'gesture-dot-up-left-far' },
  'hint.smile-wider': { view: 'gesture-smile-short' },
  'hint.open-wider': { view: 'gesture-open-mouth-short' },
  'hint.close-eyes-fully': { view: 'gesture-blink-short' },
  'error.reference': { view: 'failed-network' },
};
/** The same for all texts whose names begin so. */
const SLOT_GROUPS: Readonly<Record<string, string>> = {
  start: 'idle',
  preparing: 'preparing-loading',
  holding: 'holding',
  handoff: 'handoff-code',
  submitting: 'submitting',
  judging: 'judging',
  passed: 'done-passed',
  sent: 'done-sent',
  cancelled: 'cancelled',
};

/** Where a text can be seen, by the name of its slot. */
export function exampleOfSlot(name: string): StateExample {
  const known = SLOTS[name];
  if (known) return known;
  const [group = '', what = ''] = name.split('.');
  if (group === 'error') return { view: `failed-${what}` };
  if (group === 'hint') return { view: `positioning-${what}` };
  if (what.startsWith('dot-')) return dotExample(what);
  if (group === 'gesture') return { view: `gesture-${what}` };
  return { view: SLOT_GROUPS[group] ?? `no state for ${name}` };
}

/** A dot on its way is the same drawing in every direction; the pictures show three of them. */
function dotExample(what: string): StateExample {
  const gesture = DOT_NAMES.find((name) => name === `${what}-near`);
  const dot = gesture && GESTURES[gesture].aim;
  if (!dot) throw new Error(`There is no dot ${what}.`);
  const step = { index: 1, count: 3, hint: undefined, canSwap: true, strength: 1, timeLeft: 0.7 };
  const state = { name: 'gesture', gesture, ...step, dot, pointsAt: dot } as const;
  return { view: 'gesture-dot-right-near', host: { state } };
}

const GESTURE_PARTS =
  /^(stage|camera|overlay|guidance|instruction|drawing|praise|swap-button|cancel-button|footer|progress)$/;
const PARTS: Readonly<Record<string, string>> = {
  detail: 'gesture-hint',
  'error-code': 'failed-network',
  consent: 'idle-consent',
  'consent-needed': 'idle-consent-missed',
  'speech-button': 'gesture-all-controls',
  'handoff-button': 'idle-phone',
  'handoff-code': 'handoff-code',
  'handoff-address': 'handoff-code',
  'copy-button': 'handoff-code',
  'camera-chooser': 'gesture-all-controls',
};

/** Where a part can be seen. */
export function exampleOfPart(name: string): StateExample {
  return { view: PARTS[name] ?? (GESTURE_PARTS.test(name) ? 'gesture-smile' : 'idle') };
}

const STATES: Readonly<Record<string, string>> = {
  preparing: 'preparing-loading',
  positioning: 'positioning-move-closer',
  gesture: 'gesture-smile',
  done: 'done-passed',
  failed: 'failed-network',
  handoff: 'handoff-code',
  camera: 'holding',
};

/** An element in a state of `:state()`. */
export function exampleOfState(name: string): StateExample {
  return { view: STATES[name] ?? name };
}

/** A value for each custom property, and where it shows. */
export const PROPERTY_VALUES: Readonly<Record<string, StateExample & { readonly value: string }>> =
  {
    '--nodeflux-accent': { value: '#a3195b', view: 'idle' },
    '--nodeflux-on-accent': { value: '#ffe45c', view: 'idle' },
    '--nodeflux-surface': { value: '#f3ecdd', view: 'idle' },
    '--nodeflux-text': { value: '#6a1b9a', view: 'idle' },
    '--nodeflux-muted-text': { value: '#00695c', view: 'idle' },
    '--nodeflux-line': { value: '#d81b60', view: 'idle' },
    '--nodeflux-overlay-color': { value: 'rgb(163 25 91 / 0.6)', view: 'gesture-smile' },
    '--nodeflux-guidance-color': { value: '#6a1b9a', view: 'gesture-smile' },
    '--nodeflux-guidance-background': { value: '#ffe9c7', view: 'gesture-smile' },
    '--nodeflux-ring-track-color': { value: '#d81b60', view: 'gesture-smile' },
    '--nodeflux-attention': { value: '#c2185b', view: 'gesture-hint' },
    '--nodeflux-success': { value: '#00695c', view: 'done-passed' },
    '--nodeflux-danger': { value: '#ad1457', view: 'failed-not-live' },
    '--nodeflux-radius': { value: '0.25rem', view: 'idle' },
    '--nodeflux-max-width': { value: '18rem', view: 'gesture-smile' },
    '--nodeflux-reserved-height': { value: '40vh', view: 'gesture-smile' },
  };
