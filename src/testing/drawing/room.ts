/** Paints a calm, softly lit room, out of focus. */
export function paintRoom(
  context: CanvasRenderingContext2D,
  widthPx: number,
  heightPx: number,
): void {
  const wall = context.createLinearGradient(0, 0, widthPx, heightPx);
  wall.addColorStop(0, '#dfe5e6');
  wall.addColorStop(0.55, '#c9d2d5');
  wall.addColorStop(1, '#aab6bb');
  context.fillStyle = wall;
  context.fillRect(0, 0, widthPx, heightPx);
  const light = context.createRadialGradient(
    widthPx * 0.22,
    heightPx * 0.2,
    0,
    widthPx * 0.22,
    heightPx * 0.2,
    widthPx * 0.6,
  );
  light.addColorStop(0, 'rgba(255, 248, 235, 0.85)');
  light.addColorStop(1, 'rgba(255, 248, 235, 0)');
  context.fillStyle = light;
  context.fillRect(0, 0, widthPx, heightPx);
}
