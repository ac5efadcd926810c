import { LivenessError } from '../errors.ts';
import { ContextLostError, type FaceGraph } from './face-graph.ts';
import type { FaceSignals } from './face-signals.ts';
import type { FrameSize } from './measure-face.ts';

/** What a steady graph is made of, again and again. */
export type MakeGraph = () => Promise<Pick<FaceGraph, 'look' | 'close'>>;

type Graph = Awaited<ReturnType<MakeGraph>>;

/** A graph that outlives its WebGL context: when that is lost, another graph takes its place. */
export class SteadyGraph {
  readonly #make: MakeGraph;
  /** The graph, or the one that is being made. */
  #graph: Promise<Graph>;

  private constructor(make: MakeGraph, graph: Graph) {
    this.#make = make;
    this.#graph = Promise.resolve(graph);
  }

  /** Makes the first graph; rejects when it cannot be made. */
  static async start(make: MakeGraph): Promise<SteadyGraph> {
    return new SteadyGraph(make, await make());
  }

  /**
   * Looks at one picture. `undefined` says that nothing is known of it, because the graph had to be made anew.
   * @throws {LivenessError} `tracker-failed` when it could not be made again
   */
  async look(
    image: CanvasImageSource,
    size: FrameSize,
    capturedAtMs: number,
  ): Promise<FaceSignals | undefined> {
    const graph = await this.#ready(this.#graph);
    try {
      return graph.look(image, size, capturedAtMs);
    } catch (error) {
      if (!(error instanceof ContextLostError)) throw error;
      await this.#replace(graph);
      return undefined;
    }
  }

  // Two frames can meet the same loss, of two elements on the page: only the first makes a new graph.
  async #replace(lost: Graph): Promise<void> {
    const current = this.#graph;
    if ((await this.#ready(current)) === lost && this.#graph === current) {
      this.#graph = Promise.resolve().then(() => {
        lost.close();
        return this.#make();
      });
    }
    await this.#ready(this.#graph);
  }

  async #ready(graph: Promise<Graph>): Promise<Graph> {
    return graph.catch((cause: unknown) => {
      throw new LivenessError('tracker-failed', { cause });
    });
  }
}
