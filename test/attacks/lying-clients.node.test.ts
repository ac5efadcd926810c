import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { GESTURE_NAMES } from '../../src/challenge/gesture.ts';
import type { Analyst } from '../../src/service/analysis/analysis.ts';
import { createAnalyst } from '../../src/service/analysis/create-analyst.ts';
import { openFaceTracer } from '../../tools/bench/attacks/clients/face-tracer.ts';
import { LYING_CLIENTS } from '../../tools/bench/attacks/clients/lying-clients.ts';
import { playLyingClient } from '../../tools/bench/attacks/clients/play-lying-client.ts';
import { PROTOCOL_LIES } from '../../tools/bench/attacks/clients/protocol-lies.ts';
import { buildFaceModel } from '../../tools/face-model/build-face-model.ts';
import { readDrawnLibrary } from './drawn-library.ts';

const library = await readDrawnLibrary();
const tracer = await openFaceTracer();
after(() => tracer.close());
/** The library has no stills of dots: what a liar would show for them is judged in the bench. */
const once = {
  libraries: [library],
  tracer,
  repeat: 1,
  firstSeed: 1,
  pool: 'random',
  gestures: GESTURE_NAMES,
} as const;

describe('a client that breaks the rules of a session', () => {
  /** Whatever gets this far has not been refused. */
  const analyst: Analyst = {
    analyse: async () => ({
      status: 'success',
      live: true,
      liveness: 1,
      faults: [],
      measurements: [],
    }),
    close: async () => undefined,
  };
  for (const liar of PROTOCOL_LIES) {
    it(`that ${liar.name} is refused: ${liar.expected}`, async () => {
      const [played] = await playLyingClient(liar, { ...once, analyst });
      assert.deepEqual(played?.outcome, { kind: 'refused', code: liar.expected });
    });
  }
});

describe('a client that lies with its pictures', async () => {
  await buildFaceModel();
  const analyst = await createAnalyst();
  after(() => analyst.close());
  const faults: Readonly<Record<string, RegExp>> = {
    'shows another gesture than was asked': /gesture-not-seen/,
    'one picture, encoded again': /same-picture/,
    'one picture, shifted': /same-picture/,
    'one picture, cropped': /same-picture/,
    'two pictures: frontal and turned': /gesture-not-seen|same-picture/,
    'pictures taken before they were asked for': /taken-before-asked/,
    'answers faster than a person': /done-too-fast/,
    'a session of a minute ago, another sequence': /gesture-not-seen/,
    'a session of a minute ago, where it fits': /frame-seen-before/,
    'an album of every gesture': /movement-not-seen/,
    'an album, cut': /movement-not-seen/,
    'an album, pulled away': /movement-not-seen/,
    'an album, faded over': /movement-not-seen/,
    'an album, half-exposed cuts': /movement-not-seen/,
    'an album, slid': /movement-not-seen/,
    'an album of other days': /movement-not-seen/,
  };
  for (const [name, fault] of Object.entries(faults)) {
    it(`${name}: is not live`, async () => {
      const liar = LYING_CLIENTS.find((one) => one.name === name);
      assert.ok(liar);
      const [played] = await playLyingClient(liar, { ...once, analyst });
      assert.ok(played?.outcome.kind === 'not-live');
      assert.match(played.outcome.faults.map(({ code }) => code).join(), fault);
    });
  }
});
