/** Largest answer that is read; the contract's are under 2 kB. */
const MAX_ANSWER_BYTES = 1_000_000;

/**
 * A `fetch` that resolves once the whole body has arrived, so that the caller's timeout covers the body too. Rejects when
 * the body is larger than any answer of the contract.
 */
export function fetchWhole(baseFetch: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await baseFetch(input, init);
    if (!response.body) return response;
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    // Leaving the loop by an error cancels the rest.
    for await (const chunk of chunksOf(response.body)) {
      bytes += chunk.byteLength;
      if (bytes > MAX_ANSWER_BYTES) throw new TypeError('The answer is too large.');
      chunks.push(chunk);
    }
    const { headers, status, statusText } = response;
    const whole = new Uint8Array(bytes);
    let offset = 0;
    for (const chunk of chunks) {
      whole.set(chunk, offset);
      offset += chunk.byteLength;
    }
    return new Response(whole, { headers, status, statusText });
  };
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let isWhole = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      isWhole = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!isWhole) await reader.cancel().catch(() => {});
  }
}
