import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ScriptedCheck } from './scripted-check.ts';

/** Lets no frame come for a while, the first time that a gesture is asked. */
async function pathWithPause(frames: number): Promise<readonly string[]> {
  const check = new ScriptedCheck();
  check.onState = ({ name }) => {
    if (name !== 'gesture') return;
    check.framesTaken += frames;
    check.onState = () => undefined;
  };
  await check.run();
  return check.path;
}

describe('a page that was hidden during the gestures', () => {
  it('asks for the face anew when nobody could see who was there', async () => {
    const path = await pathWithPause(300);
    assert.equal(path.filter((name) => name === 'holding').length, 2);
  });

  it('goes on after a moment, without counting it as the person’s time', async () => {
    const path = await pathWithPause(30);
    assert.equal(path.filter((name) => name === 'holding').length, 1);
  });
});
