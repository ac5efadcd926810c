import type { ServerResponse } from 'node:http';

/** How slow a network is. */
export interface SlowNetwork {
  readonly bytesPerSecond: number;
  /** Added to each answer. */
  readonly latencyMs: number;
}

/** 4 Mbit/s and 100 ms: a phone in a city of Indonesia on an ordinary day. */
export const SLOW_NETWORK: SlowNetwork = { bytesPerSecond: 500_000, latencyMs: 100 };

const CHUNK_BYTES = 5_000;

/** One line that all answers share, each in its turn by a few kilobytes. */
export class SlowLine {
  readonly #network: SlowNetwork;
  #freeAtMs = 0;

  constructor(network: SlowNetwork) {
    this.#network = network;
  }

  /** Lets what is written by `end` come as slowly as the line is; all before it comes after the latency. */
  slowDown(response: ServerResponse): void {
    const end = response.end.bind(response);
    const { bytesPerSecond, latencyMs } = this.#network;
    response.end = ((body?: Buffer) => {
      void this.#send(response, body ?? Buffer.alloc(0), bytesPerSecond, latencyMs).then(() =>
        end(),
      );
      return response;
    }) as ServerResponse['end'];
  }

  async #send(
    response: ServerResponse,
    body: Buffer,
    bytesPerSecond: number,
    latencyMs: number,
  ): Promise<void> {
    await sleep(latencyMs);
    for (let at = 0; at < body.length && !response.destroyed; at += CHUNK_BYTES) {
      const chunk = body.subarray(at, at + CHUNK_BYTES);
      this.#freeAtMs =
        Math.max(this.#freeAtMs, performance.now()) + (1000 * chunk.length) / bytesPerSecond;
      await sleep(this.#freeAtMs - performance.now());
      response.write(chunk);
    }
  }
}

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
