/** One request that the page would have sent. */
export interface SentRequest {
  readonly url: string;
  readonly init: RequestInit;
}

/**
 * Takes the place of `fetch`: notes what is sent and answers with `answer`. Undo it when the test is over.
 */
export function stubFetch(answer: (request: SentRequest) => Response | Promise<Response>): {
  readonly sent: readonly SentRequest[];
  readonly restore: () => void;
} {
  const original = globalThis.fetch;
  const sent: SentRequest[] = [];
  globalThis.fetch = async (input, init = {}) => {
    const request = { url: input instanceof Request ? input.url : String(input), init };
    sent.push(request);
    return answer(request);
  };
  return {
    sent,
    restore: () => {
      globalThis.fetch = original;
    },
  };
}
