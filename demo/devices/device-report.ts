import type { CheckRecord } from './check-diary.ts';
import { CHECKLIST } from './checklist.ts';

/** What a step came to. */
export type Mark = 'as-expected' | 'different';

/** What the person says of a step. */
export interface Answer {
  readonly mark: Mark;
  readonly note: string;
  /** The last check that had been begun, counted from 1; 0 before the first. */
  readonly afterCheck: number;
}

/** What the browser says of itself. */
export interface FeatureFacts {
  readonly userAgent: string;
  readonly isInApp: boolean;
  /** What the check needs and the browser lacks. */
  readonly missing: readonly string[];
  /** What the check can do without, and whether it is there. */
  readonly optional: Readonly<Record<string, boolean>>;
}

/** How the page is shown. */
export interface ScreenFacts {
  /** Window, density, how it lies, letters. */
  readonly screen: string;
  /** What the person has asked their device for. */
  readonly wishes: readonly string[];
}

/** All that a report is made of. */
export interface ReportFacts {
  readonly version: string;
  /** When it is written. */
  readonly now: Date;
  /** What the person calls the device; empty for nothing. */
  readonly deviceName: string;
  readonly device: FeatureFacts & ScreenFacts;
  readonly checks: readonly CheckRecord[];
  readonly answers: Readonly<Record<string, Answer>>;
  /** What the browser's console was told, and errors that nobody caught. */
  readonly complaints: readonly string[];
}

/** Writes the report of a device, for people to read and to send on. Pure. */
export function formatReport(facts: ReportFacts): string {
  const { version, now, deviceName, device, checks, complaints } = facts;
  const there = Object.entries(device.optional);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      `nodeflux-liveness ${version} on a device`,
      [`written ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`],
    ],
    [
      'Device',
      [
        `called: ${oneLine(deviceName) || 'not said'}`,
        `browser: ${device.userAgent}`,
        `inside an app: ${device.isInApp ? 'yes' : 'no'}`,
        `screen: ${device.screen}`,
        `asked for: ${listed(device.wishes)}`,
        `needed and missing: ${listed(device.missing)}`,
        `optional, there: ${listed(there.filter(([, has]) => has).map(([name]) => name))}`,
        `optional, not there: ${listed(there.filter(([, has]) => !has).map(([name]) => name))}`,
      ],
    ],
    ['Checks', checks.length > 0 ? checks.flatMap(checkLines) : ['none']],
    ['Steps', CHECKLIST.map(({ id, title }) => stepLine(title, facts.answers[id]))],
    ['Errors and warnings of the page', complaints.length > 0 ? complaints.map(oneLine) : ['none']],
  ];
  return `${sections.map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`)].join('\n')).join('\n\n')}\n`;
}

function checkLines(check: CheckRecord, index: number): string[] {
  const { seconds, secondsToCamera, secondsToFace, picturesPerSecond, captureToSignalMs } = check;
  const who = check.isSimulated ? ', simulated person' : '';
  const timings = [
    secondsToCamera !== undefined && `ready after ${secondsToCamera.toFixed(1)} s`,
    secondsToFace !== undefined && `first face after ${secondsToFace.toFixed(1)} s`,
    picturesPerSecond !== undefined && `${picturesPerSecond.toFixed(1)} pictures/s tracked`,
    captureToSignalMs &&
      `capture to signal ${captureToSignalMs.middle.toFixed(0)} ms, nine of ten within ${captureToSignalMs.slow.toFixed(0)} ms`,
  ].filter((timing) => typeof timing === 'string');
  return [
    `${index + 1}. ${oneLine(check.outcome ?? 'not ended')}, ${seconds.toFixed(1)} s${who}`,
    ...(timings.length > 0 ? [`   ${timings.join('; ')}`] : []),
    ...(check.camera ? [`   camera: ${check.camera}`] : []),
    ...check.events.map(({ atSeconds, what }) => `   ${atSeconds.toFixed(1)} s ${oneLine(what)}`),
  ];
}

function stepLine(title: string, answer: Answer | undefined): string {
  if (!answer) return `[ ] ${title}: not tried`;
  const said = answer.mark === 'as-expected' ? '[x] as expected' : '[!] different';
  const when = answer.afterCheck > 0 ? ` (after check ${answer.afterCheck})` : '';
  const note = oneLine(answer.note);
  return `${said}: ${title}${when}${note ? `: ${note}` : ''}`;
}

function listed(words: readonly string[]): string {
  return words.length > 0 ? words.join(', ') : 'nothing';
}

/** What people and programs wrote must not look like a line of the report. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
