import { expect } from '@open-wc/testing';

/** Opens the camera in a frame of its own and gives the code of what came of it. */
async function codeInFrame(allow: string): Promise<string> {
  const frame = document.createElement('iframe');
  frame.allow = allow;
  const told = new Promise<string>((resolve) => {
    addEventListener('message', ({ data, source }) => {
      if (source === frame.contentWindow) resolve(String(data));
    });
  });
  const url = new URL('../../src/camera/open-camera.ts', import.meta.url).href;
  frame.srcdoc = `<script type="module">
    import { openCamera } from ${JSON.stringify(url)};
    const tell = (word) => parent.postMessage(word, '*');
    openCamera(new AbortController().signal).then(
      (camera) => { camera.close(); tell('opened'); },
      (error) => tell(error.code ?? String(error)),
    );
  </script>`;
  document.body.append(frame);
  try {
    return await told;
  } finally {
    frame.remove();
  }
}

describe('a page in a frame, with the browser’s own camera', () => {
  it('that may not use it says so', async () => {
    expect(await codeInFrame("camera 'none'")).to.equal('camera-blocked-by-policy');
  });

  it('that may use it opens it', async () => {
    expect(await codeInFrame('camera')).to.equal('opened');
  });
});
