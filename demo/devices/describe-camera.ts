/**
 * What a playing camera gives: `480 × 640, 30/s, user; shown as 480 × 640`. Never its name or its id.
 *
 * @returns Undefined while none plays.
 */
export function describeCamera(video: HTMLVideoElement): string | undefined {
  const { srcObject, videoWidth, videoHeight } = video;
  const track = srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0] : undefined;
  if (!track || videoWidth === 0) return undefined;
  const { width, height, frameRate, facingMode } = track.getSettings();
  const told = [
    width && height ? `${width} × ${height}` : 'size not told',
    frameRate ? `${Math.round(frameRate)}/s` : undefined,
    facingMode,
  ].filter(Boolean);
  return `${told.join(', ')}; shown as ${videoWidth} × ${videoHeight}`;
}
