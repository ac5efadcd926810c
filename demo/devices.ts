/** A quarter of an hour with a phone: the check, what to try, and the report of it. Nothing is sent anywhere. */
import type { NodefluxLiveness } from '../src/index.ts';
import { VERSION } from '../src/version.ts';
import { connectCameraSwitch } from './camera-switch.ts';
import { CheckDiary } from './devices/check-diary.ts';
import { CHECKLIST } from './devices/checklist.ts';
import { describeCamera } from './devices/describe-camera.ts';
import { type Answer, formatReport } from './devices/device-report.ts';
import { keep, NOTHING_KEPT, readKept } from './devices/kept-answers.ts';
import { orientation, readFeatures, readScreen } from './devices/read-device.ts';
import { showChecklist } from './devices/show-checklist.ts';
import { watchConsole } from './devices/watch-console.ts';
import { watchTracker } from './devices/watch-tracker.ts';
import { WORDS } from './words.ts';

const text = find('#text', HTMLTextAreaElement);
const progress = find('#progress', HTMLElement);
const said = find('#said', HTMLElement);
const features = readFeatures();
let kept = readKept();
let diary: CheckDiary | undefined;
const complaints = watchConsole(() => show());
watchTracker((capturedAtMs, hasFace) => {
  diary?.notePicture(capturedAtMs, hasFace, performance.now());
});
// Only now: what the element says and starts from its first moment is watched.
await import('../src/index.ts');

const liveness = find('nodeflux-liveness', HTMLElement) as NodefluxLiveness;
const simulated = find('#simulated', HTMLInputElement);
const deviceName = find('#device-name', HTMLInputElement);

liveness.addEventListener('liveness-state', ({ detail: { state } }) => {
  const nowMs = performance.now();
  if (state.name === 'preparing' && (!diary || diary.isOver)) {
    diary = new CheckDiary(nowMs, simulated.checked);
    kept = { ...kept, checks: [...kept.checks, diary.record(nowMs)] };
  }
  noteCamera();
  if (diary?.noteState(state, nowMs)) save();
});
liveness.addEventListener('liveness-gesture', ({ detail: { gesture } }) => {
  diary?.noteEvent(`seen: ${gesture}`, performance.now());
});
liveness.addEventListener('liveness-success', ({ detail: { verdict, camera, paced } }) => {
  const live = verdict?.status === 'judged' ? verdict : undefined;
  diary?.noteEvent(`${paced ? 'paced' : 'not paced'}, ${camera.kind} camera`, performance.now());
  end(live ? ['live', live.liveness?.toFixed(2)].filter(Boolean).join(', ') : 'sent, not judged');
});
liveness.addEventListener('liveness-error', ({ detail: { code } }) => end(code));
liveness.addEventListener('liveness-cancel', ({ detail: { during } }) => {
  end(`cancelled during ${during}`);
});

document.addEventListener('visibilitychange', () => {
  note(`page ${document.visibilityState}`);
  // Perhaps the last that this page does.
  save();
});
matchMedia('(orientation: portrait)').addEventListener('change', () => {
  note(`turned: ${orientation()}`);
  noteCamera();
  show();
});
addEventListener('pagehide', save);

const wanted = new URLSearchParams(location.search);
const drawing = wanted.get('drawing') === '2d' ? '2d' : undefined;
connectCameraSwitch(simulated, liveness, { scene: 'person', drawing }, (hint) => {
  find('#simulated-hint', HTMLElement).textContent = WORDS.en[hint];
});

deviceName.addEventListener('input', () => {
  kept = { ...kept, deviceName: deviceName.value };
  save();
});
find('#copy', HTMLButtonElement).addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(text.value);
    said.textContent = 'Copied.';
  } catch {
    text.focus();
    text.select();
    said.textContent = 'It is selected: copy it by hand.';
  }
});
find('#download', HTMLAnchorElement).addEventListener('click', ({ currentTarget }) => {
  const link = currentTarget as HTMLAnchorElement;
  URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([report()], { type: 'text/plain' }));
});
find('#again', HTMLButtonElement).addEventListener('click', () => {
  liveness.cancel();
  diary = undefined;
  kept = NOTHING_KEPT;
  keep(kept);
  begin();
  said.textContent = 'Everything was deleted here.';
});
begin();
document.documentElement.dataset.ready = 'yes';

function begin(): void {
  deviceName.value = kept.deviceName;
  showChecklist(find('#checklist', HTMLElement), kept.answers, (id, mark, words) => {
    const { [id]: before, ...others } = kept.answers;
    const afterCheck = before?.mark === mark ? before?.afterCheck : undefined;
    const answer: Answer | undefined = mark && {
      mark,
      note: words,
      afterCheck: afterCheck ?? kept.checks.length,
    };
    kept = { ...kept, answers: answer ? { ...others, [id]: answer } : others };
    save();
  });
  show();
}

function end(outcome: string): void {
  diary?.end(outcome, performance.now());
  save();
}

function note(what: string): void {
  diary?.noteEvent(what, performance.now());
}

/** Nothing of the picture: its shape, and what the track says of itself. */
function noteCamera(): void {
  const video = liveness.shadowRoot?.querySelector('video');
  const camera = video && describeCamera(video);
  if (camera) diary?.noteCamera(camera, performance.now());
}

function save(): void {
  if (diary) {
    kept = { ...kept, checks: [...kept.checks.slice(0, -1), diary.record(performance.now())] };
  }
  keep(kept);
  show();
}

function show(): void {
  text.value = report();
  said.textContent = '';
  const done = `${Object.keys(kept.answers).length} of ${CHECKLIST.length}`;
  // Said anew it would be spoken anew.
  if (progress.textContent !== done) progress.textContent = done;
}

function report(): string {
  return formatReport({
    ...kept,
    version: VERSION,
    now: new Date(),
    device: { ...features, ...readScreen() },
    complaints,
  });
}

function find<T extends Element>(selector: string, type: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page lost its ${selector}.`);
  return found;
}
