/** What a simulated camera looks at. */
export interface CameraScene {
  /**
   * Draws the scene as it is at this time over the whole canvas. The camera calls it once per frame, with times that
   * never go back; a scene that has not changed since its last draw on the same canvas need not draw again.
   */
  draw(context: CanvasRenderingContext2D, nowMs: number): void;
}
