/** What tasks-vision and its wasm ask about before they use a context, by WebGL's numbers. */
const MAX_VERTEX_ATTRIBS = 0x8869;
const VERSION = 0x1f02;
const RENDERER = 0x1f01;

/** A texture that is nothing but the picture that was put on it. */
interface PixelTexture {
  pixels: ImageData | undefined;
}

/**
 * What a MediaPipe graph on the CPU needs of a canvas: to put a picture somewhere, and to get its pixels.
 *
 * tasks-vision hands each picture to its wasm as a WebGL texture. On the CPU delegate the graph's first step is to read
 * that texture back; nothing is drawn in between, so it might as well never go to the graphics card. Keeping it here
 * - spares two waits a picture for the browser's one GPU process, which also puts the page on the screen (docs/bench-tracking.md);
 * - needs no WebGL, which old phones, virtual machines and Safari before 17 (in workers) have not;
 * - cannot lose a context, after which tasks-vision raises nothing and returns the last face for ever.
 *
 * It answers the calls that tasks-vision 0.10.35 makes, a pinned version, with pictures given as `ImageData`. Any other
 * call is a `TypeError`, and a picture is read once: a graph can fail, but never see what is not there.
 */
export function pixelCanvas(): OffscreenCanvas {
  const context = new PixelContext();
  const canvas = { width: 1, height: 1, getContext: () => context };
  // tasks-vision uses no more of it than this.
  return canvas as unknown as OffscreenCanvas;
}

class PixelContext {
  #bound: PixelTexture | null = null;
  #attached: PixelTexture | null = null;

  readonly getContextAttributes = (): object => ({});
  readonly getSupportedExtensions = (): string[] => [];
  readonly getExtension = (): null => null;
  readonly getError = (): number => 0;
  readonly getParameter = (name: number): unknown => {
    if (name === MAX_VERTEX_ATTRIBS) return 16;
    if (name === VERSION) return 'WebGL 2.0 (pixels)';
    return name === RENDERER ? 'pixels' : null;
  };

  readonly createTexture = (): PixelTexture => ({ pixels: undefined });
  readonly deleteTexture = (): void => undefined;
  readonly activeTexture = (): void => undefined;
  readonly texParameteri = (): void => undefined;
  readonly createFramebuffer = (): object => ({});
  readonly deleteFramebuffer = (): void => undefined;
  readonly bindFramebuffer = (): void => undefined;
  readonly fenceSync = (): object => ({});
  readonly deleteSync = (): void => undefined;

  readonly bindTexture = (_target: number, texture: PixelTexture | null): void => {
    this.#bound = texture;
  };

  readonly texImage2D = (...args: readonly unknown[]): void => {
    const pixels = args.at(-1);
    if (!this.#bound || !(pixels instanceof ImageData)) {
      throw new TypeError('The graph takes pictures as ImageData alone.');
    }
    this.#bound.pixels = pixels;
  };

  readonly framebufferTexture2D = (
    _target: number,
    _attachment: number,
    _textureTarget: number,
    texture: PixelTexture | null,
  ): void => {
    this.#attached = texture;
  };

  readonly readPixels = (
    x: number,
    y: number,
    width: number,
    height: number,
    _format: number,
    _type: number,
    memory: Uint8Array,
    offset = 0,
  ): void => {
    const pixels = this.#attached?.pixels;
    if (!this.#attached || !pixels) throw new TypeError('There is no new picture to read.');
    if (x !== 0 || y !== 0 || width !== pixels.width || height !== pixels.height) {
      throw new RangeError(`${width} × ${height} px asked of ${pixels.width} × ${pixels.height}.`);
    }
    memory.set(pixels.data, offset);
    this.#attached.pixels = undefined;
  };
}
