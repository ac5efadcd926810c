import type { CheckState } from '../../src/check/check-state.ts';
import { FIXTURE_STATES } from './fixture-states.ts';
import type { StateHost } from './state-host.ts';

/** A state, and what of the view's context is not as usual. */
export interface FixtureView
  extends Partial<
    Pick<
      StateHost,
      | 'moreTime'
      | 'privacy'
      | 'consent'
      | 'speech'
      | 'cameraChoice'
      | 'phoneAddress'
      | 'offersPhone'
      | 'inApp'
    >
  > {
  readonly state: CheckState;
}

const nothingHappens = (): void => undefined;
const camera = (deviceId: string, label: string) => ({ deviceId, label, kind: 'unknown' as const });

function stateOf(name: string): CheckState {
  const state = FIXTURE_STATES[name];
  if (!state) throw new Error(`There is no state ${name}.`);
  return state;
}

/** Every state, and the choices that integrators and people have in them, by names that serve as file names. */
export const FIXTURE_VIEWS: Readonly<Record<string, FixtureView>> = {
  ...Object.fromEntries(Object.entries(FIXTURE_STATES).map(([name, state]) => [name, { state }])),
  'idle-more-time': { state: { name: 'idle' }, moreTime: true },
  'idle-kept': {
    state: { name: 'idle' },
    privacy: { recipient: 'Bank Satu', retentionDays: 30 },
  },
  'idle-unsaid': {
    state: { name: 'idle' },
    privacy: { recipient: 'api.identifai.id', retentionDays: undefined },
  },
  'idle-phone': { state: { name: 'idle' }, offersPhone: true },
  'failed-camera-missing-phone': { state: stateOf('failed-camera-missing'), offersPhone: true },
  'failed-camera-denied-in-app': { state: stateOf('failed-camera-denied'), inApp: true },
  'handoff-code': {
    state: stateOf('handoff'),
    phoneAddress:
      'https://liveness.bank.example/check/#6f1c9f5e-8b53-4f0b-9c0e-2a8f6c1d7e42.Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF',
  },
  'idle-consent': {
    state: { name: 'idle' },
    consent: { given: true, missed: false, onChange: nothingHappens },
  },
  'idle-consent-missed': {
    state: { name: 'idle' },
    consent: { given: false, missed: true, onChange: nothingHappens },
  },
  'positioning-restarted-more-time': { state: stateOf('positioning-restarted'), moreTime: true },
  'gesture-all-controls': {
    state: stateOf('gesture-smile'),
    speech: { on: true, onToggle: nothingHappens },
    cameraChoice: {
      cameras: [camera('front', 'Integrated Camera (04f2:b6d0)'), camera('back', 'BRIO')],
      chosenId: 'front',
      onChoose: nothingHappens,
    },
  },
};

/** Whether the camera's picture is on the screen. */
export function showsPicture(name: string): boolean {
  return /^(preparing-loading|positioning|holding|gesture)/.test(name);
}
