/** How an attribute is shown on a live element. */
export interface AttributeExample {
  /** What it is given; empty for one that is on by being there. */
  readonly value: string;
  /** What to look at. */
  readonly look: string;
  /** Other attributes that it needs to be seen. */
  readonly with?: Readonly<Record<string, string>>;
  /** What stands in the element: the words, by slot. */
  readonly slots?: Readonly<Record<string, string>>;
}

/** Gestures drawn in the page: where the service chooses them, what the page says about them counts nothing. */
const DRAWN = { pacing: 'off' } as const;

/**
 * One example for each attribute of the manifest, which a test holds. Of addresses, `{root}` is the first folder of the
 * site and `{token}` a fresh token.
 */
export const ATTRIBUTE_EXAMPLES: Readonly<Record<string, AttributeExample>> = {
  'submission-token': {
    value: '{token}',
    look: 'Start works once. For a second attempt the element asks by liveness-token-needed, and offers no button that cannot help.',
    with: { 'token-url': '' },
  },
  'token-url': {
    value: '{root}liveness/token',
    look: 'Every attempt fetches a token of its own: do a check, cancel it, start again.',
  },
  'api-url': {
    value: '{root}service',
    look: 'The start screen names the host of it as the one who gets the pictures, as long as recipient does not.',
  },
  'result-url': {
    value: '',
    look: 'Without it the check ends with the job id: the person reads that the pictures were sent, and the page learns no verdict.',
  },
  'handoff-url': {
    value: '{root}liveness/handoff',
    look: '“Use your phone instead” stands below Start, at a screen. A backend that hands over answers with a link for the phone.',
  },
  gestures: {
    value: 'smile open-mouth',
    look: 'Only these two are asked, where the page draws them.',
    with: { ...DRAWN, 'gesture-count': '2' },
  },
  'gesture-count': {
    value: '1',
    look: 'One gesture, and the start screen promises no more.',
    with: DRAWN,
  },
  passive: {
    value: '',
    look: 'The start screen asks to hold still, and nothing else. The service of these pages never calls one picture live.',
    with: DRAWN,
  },
  threshold: {
    value: '0.95',
    look: 'The score has to be higher: the drawn person may not reach it.',
  },
  timeout: {
    value: '2000',
    look: 'Two seconds for all gestures together are too few, and the check says so, kindly.',
    with: DRAWN,
  },
  'gesture-tolerance': {
    value: '600',
    look: 'Who is not done with a gesture in 0.6 seconds begins again at the oval.',
    with: DRAWN,
  },
  'image-quality-filter': {
    value: 'off',
    look: 'A dark or blurred neutral picture is taken as it is.',
  },
  pacing: {
    value: 'offered',
    look: 'The service is asked whether it chooses the gestures; paced in the event says what came of it.',
  },
  'asset-url': {
    value: '{root}assets/',
    look: 'Wasm and model come from this folder.',
  },
  'model-url': {
    value: '{root}assets/no-such-model.task',
    look: 'There is no such file here: the check ends as assets-unreachable, and the event has the URL.',
  },
  runtime: {
    value: 'whole',
    look: 'The whole runtime, 3.1 MB in place of 1.1, is loaded at once.',
  },
  'require-consent': {
    value: '',
    look: 'Start without the tick says what is missing; the camera stays off.',
    slots: { consent: 'I agree that my pictures are checked.' },
  },
  recipient: {
    value: 'Bank Satu',
    look: 'The start screen names them as the one who gets the pictures.',
  },
  'retention-days': {
    value: '30',
    look: 'The start screen says when the pictures are deleted.',
    with: { recipient: 'Bank Satu' },
  },
  'spoken-guidance': {
    value: '',
    look: 'A button below the camera has the words read aloud, where the device has a voice of its own for the language.',
  },
  autostart: {
    value: '',
    look: 'There is no start screen: the check begins at once.',
  },
};
