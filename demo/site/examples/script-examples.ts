import type { NodefluxLiveness } from '../../../src/index.ts';

/** Runs an example on the element; `print` writes a line below it. The pages show the body as it stands here. */
export type ScriptExample = (
  liveness: NodefluxLiveness,
  print: (...words: unknown[]) => void,
) => unknown;

/** One for each property and method without an attribute that the manifest has, which a test holds. */
export const PROPERTY_EXAMPLES: Readonly<Record<string, ScriptExample>> = {
  tokenProvider(liveness, print) {
    const { tokenUrl } = liveness;
    liveness.tokenProvider = async (signal) => {
      const answer = await fetch(tokenUrl ?? '', { method: 'POST', signal });
      const { submissionToken } = await answer.json();
      print('a token of', submissionToken.length, 'characters');
      return submissionToken;
    };
  },
  resultProvider(liveness, print) {
    const { resultUrl } = liveness;
    liveness.resultProvider = async (jobId, signal) => {
      print('the backend is asked for', jobId);
      const answer = await fetch(`${resultUrl}/${jobId}`, { signal });
      return answer.json();
    };
  },
  texts(liveness) {
    liveness.texts = {
      'start.title': 'Open your account',
      'start.step-gestures': (count) => `Make ${count} small movements`,
    };
  },
  state(liveness, print) {
    print(liveness.state.name);
    liveness.addEventListener('liveness-state', () => print(liveness.state.name));
  },
  start(liveness) {
    liveness.start();
  },
  cancel(liveness) {
    liveness.start();
    setTimeout(() => liveness.cancel(), 3000);
  },
  async preload(liveness, print) {
    await liveness.preload();
    print('loaded and warm');
  },
  checkSupport(liveness, print) {
    const { checkSupport } = liveness.constructor as typeof NodefluxLiveness;
    print(checkSupport());
  },
  version(liveness, print) {
    print((liveness.constructor as typeof NodefluxLiveness).version);
  },
};

/** One for each event that the manifest has, which a test holds. */
export const EVENT_EXAMPLES: Readonly<Record<string, ScriptExample>> = {
  'liveness-success'(liveness, print) {
    liveness.addEventListener('liveness-success', ({ detail }) => {
      print(detail.jobId, detail.verdict, `${detail.images.length} images`);
    });
  },
  'liveness-error'(liveness, print) {
    liveness.addEventListener('liveness-error', ({ detail }) => {
      print(detail.code, detail.retryable, detail.message);
    });
  },
  'liveness-state'(liveness, print) {
    liveness.addEventListener('liveness-state', ({ detail }) => {
      print(detail.state.name);
    });
  },
  'liveness-gesture'(liveness, print) {
    liveness.addEventListener('liveness-gesture', ({ detail }) => {
      print(detail.gesture, `${detail.index + 1} of ${detail.count}`);
    });
  },
  'liveness-token-needed'(liveness, print) {
    liveness.addEventListener('liveness-token-needed', (event) => {
      print(event.detail.reason);
      event.respondWith(
        fetch('/liveness/token', { method: 'POST' })
          .then((answer) => answer.json())
          .then(({ submissionToken }) => submissionToken),
      );
    });
  },
  'liveness-alternative'(liveness, print) {
    const way = document.createElement('button');
    way.slot = 'alternative';
    way.textContent = 'Verify in person';
    liveness.append(way);
    liveness.addEventListener('liveness-alternative', ({ detail }) => {
      print('another way, while', detail.during, detail.code);
    });
  },
  'liveness-cancel'(liveness, print) {
    liveness.addEventListener('liveness-cancel', ({ detail }) => {
      print('cancelled while', detail.during);
    });
  },
};
