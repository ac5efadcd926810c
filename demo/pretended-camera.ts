/** A grey room with a blurred figure in place of a camera, in the shape that a phone's or a laptop's camera gives. */
export async function pretendedCamera(isUpright: boolean): Promise<HTMLVideoElement> {
  const [width, height] = isUpright ? [480, 640] : [640, 480];
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2D canvas');
  pen.translate(width / 2, 0);
  pen.scale(height / 640, height / 640);
  const wall = pen.createLinearGradient(-400, 0, 400, 640);
  wall.addColorStop(0, '#8d949c');
  wall.addColorStop(1, '#4b5058');
  pen.fillStyle = wall;
  pen.fillRect(-500, 0, 1000, 640);
  pen.filter = 'blur(6px)';
  const shapes: [colour: string, y: number, radiusX: number, radiusY: number][] = [
    ['#3d4b63', 680, 230, 210],
    ['#a9785c', 450, 58, 90],
    ['#2c211d', 262, 132, 168],
    ['#c6967a', 304, 116, 154],
  ];
  for (const [colour, y, radiusX, radiusY] of shapes) {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.ellipse(0, y, radiusX, radiusY, 0, 0, 2 * Math.PI);
    pen.fill();
  }
  const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true });
  video.srcObject = canvas.captureStream(1);
  await video.play();
  return video;
}
