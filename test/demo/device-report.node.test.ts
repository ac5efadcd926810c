import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CHECKLIST } from '../../demo/devices/checklist.ts';
import { formatReport, type ReportFacts } from '../../demo/devices/device-report.ts';

const NOTHING: ReportFacts = {
  version: '0.1.0',
  now: new Date('2026-11-28T16:40:00Z'),
  deviceName: '',
  device: {
    userAgent: 'Mozilla/5.0 (iPhone)',
    isInApp: false,
    missing: [],
    optional: { VideoFrame: true, trembling: false },
    screen: '390 × 844 px at 3, portrait, letters of 16px',
    wishes: [],
  },
  checks: [],
  answers: {},
  complaints: [],
};

describe('the report of a device', () => {
  it('says of what was not tried that it was not, and of nothing that it is nothing', () => {
    assert.equal(
      formatReport(NOTHING),
      `nodeflux-liveness 0.1.0 on a device
  written 2026-11-28 16:40 UTC

Device
  called: not said
  browser: Mozilla/5.0 (iPhone)
  inside an app: no
  screen: 390 × 844 px at 3, portrait, letters of 16px
  asked for: nothing
  needed and missing: nothing
  optional, there: VideoFrame
  optional, not there: trembling

Checks
  none

Steps
${CHECKLIST.map(({ title }) => `  [ ] ${title}: not tried`).join('\n')}

Errors and warnings of the page
  none
`,
    );
  });

  it('has each check with its timings, its camera and what happened', () => {
    const text = formatReport({
      ...NOTHING,
      checks: [
        { isSimulated: false, outcome: 'camera-denied', seconds: 3, events: [] },
        {
          isSimulated: true,
          outcome: 'live, 0.98',
          seconds: 14.25,
          secondsToCamera: 1.5,
          secondsToFace: 2.04,
          picturesPerSecond: 12.34,
          captureToSignalMs: { middle: 66.6, slow: 150.2 },
          camera: '480 × 640, 30/s, user; shown as 480 × 640',
          events: [{ atSeconds: 4, what: 'page hidden' }],
        },
        { isSimulated: false, seconds: 5, events: [] },
      ],
    });
    assert.ok(
      text.includes(`Checks
  1. camera-denied, 3.0 s
  2. live, 0.98, 14.3 s, simulated person
     ready after 1.5 s; first face after 2.0 s; 12.3 pictures/s tracked; capture to signal 67 ms, nine of ten within 150 ms
     camera: 480 × 640, 30/s, user; shown as 480 × 640
     4.0 s page hidden
  3. not ended, 5.0 s
`),
      text,
    );
  });

  it('has what the person said of each step, in one line that looks like no other', () => {
    const text = formatReport({
      ...NOTHING,
      deviceName: ' iPhone 15,\n iOS 19 ',
      answers: {
        refuse: { mark: 'as-expected', note: '', afterCheck: 1 },
        rotate: { mark: 'different', note: 'it lay\n\nChecks\n  none', afterCheck: 3 },
        lock: { mark: 'different', note: '', afterCheck: 0 },
      },
      complaints: ['error: one\n  two'],
    });
    for (const line of [
      '  called: iPhone 15, iOS 19\n',
      '  [x] as expected: Refuse the camera (after check 1)\n',
      '  [!] different: Turn the phone in the middle (after check 3): it lay Checks none\n',
      '  [!] different: Lock the screen\n',
      '  error: one two\n',
    ]) {
      assert.ok(text.includes(line), line);
    }
    assert.equal(text.match(/^Checks$/gm)?.length, 1);
  });
});
