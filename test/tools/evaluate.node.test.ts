import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import type { FaceSignals } from '../../src/face/face-signals.ts';
import { seededRandom } from '../../src/testing/seeded-random.ts';
import { playCheck } from '../../tools/bench/checks/play-check.ts';
import { splitJpegs } from '../../tools/bench/evaluation/decode-clip.ts';
import { type LabelledClip, readManifest } from '../../tools/bench/evaluation/labelled-clip.ts';
import { type GesturePlay, playGesture } from '../../tools/bench/evaluation/play-gesture.ts';
import { atCameraRate } from '../../tools/bench/evaluation/play-realtime.ts';
import { plotClip } from '../../tools/bench/evaluation/plot-clip.ts';
import { scoreClip, scorePlays } from '../../tools/bench/evaluation/score-clip.ts';
import { summarize } from '../../tools/bench/evaluation/summarize.ts';
import { everyNth, sourcesFrom } from '../../tools/bench/evaluation/track-cache.ts';
import { formatWays } from '../../tools/bench/ways/format-ways.ts';
import { playWays } from '../../tools/bench/ways/play-ways.ts';
import { readTrack } from '../challenge/recorded-track.ts';

const folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
after(() => rmSync(folder, { recursive: true }));

function manifest(content: unknown): LabelledClip[] {
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(content));
  return readManifest(folder);
}

const CLIP = { file: 'somebody.mp4', kind: 'real', fps: 30 };

describe('the manifest', () => {
  it('names clips, gestures and distractors; what is no gesture is rest', () => {
    const [clip] = manifest([
      {
        ...CLIP,
        actions: [
          { name: 'still', t0: 0, t1: 1 },
          { name: 'smile', t0: 1, t1: 2 },
        ],
        distractors: [{ what: 'talking', t0: 3, t1: 4 }],
      },
    ]);
    assert.equal(clip?.name, 'somebody');
    assert.deepEqual(clip?.actions, [{ name: 'smile', fromS: 1, toS: 2 }]);
    assert.deepEqual(clip?.distractors, [{ name: 'talking', fromS: 3, toS: 4 }]);
  });

  it('gestures of one kind without a rest between them are one', () => {
    const actions = [
      { name: 'smile', t0: 1, t1: 2 },
      { name: 'smile', t0: 2.2, t1: 3 },
      { name: 'smile', t0: 3.5, t1: 4 },
    ];
    const [clip] = manifest([{ ...CLIP, actions }]);
    assert.deepEqual(
      clip?.actions.map(({ fromS, toS }) => [fromS, toS]),
      [
        [1, 3],
        [3.5, 4],
      ],
    );
  });

  it('that is missing or of another form is named, with what is wrong', () => {
    assert.throws(() => readManifest(join(folder, 'nowhere')), /nowhere has no manifest\.json/);
    assert.throws(() => manifest([{ ...CLIP, fps: 'thirty' }]), /manifest\.json: 0\.fps/);
    assert.throws(() => manifest([{ ...CLIP, file: '../secret.mp4' }]), /0\.file/);
  });
});

describe('a stream of JPEG files', () => {
  it('is cut into its files', () => {
    const image = (byte: number) => Buffer.from([0xff, 0xd8, 0xff, byte, 0xff, 0x00, 0xff, 0xd9]);
    assert.deepEqual(splitJpegs(Buffer.concat([image(1), image(2)])), [image(1), image(2)]);
  });

  it('without an end gives what is whole', () => {
    assert.deepEqual(splitJpegs(Buffer.from([0xff, 0xd8, 0xff, 1])), []);
  });
});

describe('a clip at another rate', () => {
  it('keeps its own time on a camera of 30 frames a second', () => {
    assert.deepEqual(atCameraRate(['a', 'b'], 15), ['a', 'a', 'b', 'b']);
    assert.equal(atCameraRate(Array(48).fill('x'), 24).length, 60);
  });
});

const LABELLED: LabelledClip = {
  name: 'labelled <clip>',
  path: '',
  framesPerSecond: 10,
  kind: 'real',
  condition: undefined,
  actions: [{ name: 'smile', fromS: 2, toS: 3 }],
  distractors: [],
};
const NOBODY: FaceSignals = { capturedAtMs: 0, faceCount: 0 };
const TEN_SECONDS = { clip: LABELLED, track: Array<FaceSignals>(100).fill(NOBODY) };

function play(seenAtS: number[], askedFromS = 0): GesturePlay {
  const asked = [{ name: 'gesture', fromS: askedFromS, toS: 20 }];
  return {
    gesture: 'smile',
    startS: 0,
    endS: 20,
    seenAtS,
    withoutWayAtS: [],
    asked,
    shown: asked,
    neutral: undefined,
  };
}

describe('the score', () => {
  it('counts each labelled gesture in each lap, and a detection a little after its end', () => {
    const { occurrences, falseAtS } = scorePlays(TEN_SECONDS, 'smile', [play([2.4, 13.4])]);
    assert.deepEqual([occurrences[0]?.chances, occurrences[0]?.hits], [2, 2]);
    assert.deepEqual(falseAtS, []);
  });

  it('a gesture that was asked for too late had no chance', () => {
    const { occurrences } = scorePlays(TEN_SECONDS, 'smile', [play([12.5], 2.5)]);
    assert.deepEqual([occurrences[0]?.chances, occurrences[0]?.hits], [1, 1]);
  });

  it('a detection elsewhere is false, unless the clip has just jumped to its start', () => {
    const score = scorePlays(TEN_SECONDS, 'smile', [play([5, 10.3])]);
    assert.deepEqual(score.falseAtS, [5]);
    assert.equal(score.atSeamS.length, 1);
  });

  it('only time that is not labelled with the gesture can be false', () => {
    const { askedS } = scorePlays(TEN_SECONDS, 'smile', [play([])]);
    // Two laps of ten seconds, less 1.6 s around the label in each, less 0.75 s after the seam.
    assert.ok(Math.abs(askedS - 16) < 0.3, `${askedS} s`);
  });
});

describe('a real person’s track', () => {
  const recorded = readTrack('turns');
  const tracked = {
    clip: {
      ...LABELLED,
      framesPerSecond: 1000 / recorded.frameMs,
      actions: recorded.labels.map(({ name, fromS, toS }) => ({ name, fromS, toS })),
    },
    track: recorded.frames,
  };

  it('is asked, and seen to turn, with its own and with the best neutral face', () => {
    const score = scoreClip(tracked);
    assert.ok(score.askedAtS !== undefined && score.askedAtS < 2);
    const [left] = summarize([{ ...tracked, score }]).filter((one) => one.gesture === 'turn-left');
    assert.equal(left?.recall, 1);
    assert.equal(left?.recallWithBestNeutral, 1);
    assert.equal(left?.falsePer10Minutes, 0);
  });

  it('is seen as well by a camera of half the rate', () => {
    const half = everyNth(tracked, 2);
    assert.equal(half.clip.framesPerSecond, tracked.clip.framesPerSecond / 2);
    assert.equal(playGesture(half, 'turn-left', { laps: 2 }).seenAtS.length, 2);
  });

  it('has ways that are read from the frames that they name', () => {
    const ways = playWays(tracked, 'turn-left');
    assert.ok(ways.length > 0);
    const fromFirst = (values: readonly number[]) =>
      values.map((value) => (value - (values[0] ?? 0)).toFixed(2));
    for (const { frames, way } of ways) {
      const yaws = frames.map((frame) => tracked.track[frame]?.face?.yawDegrees ?? 0);
      assert.deepEqual(fromFirst(way.map(({ change }) => change)), fromFirst(yaws));
    }
    assert.deepEqual(playWays(tracked, 'nod-up'), []);
  });

  it('does a whole check before cameras of 30 and of 10 pictures a second, and the same in the same way', () => {
    const pool = ['turn-left', 'turn-right'] as const;
    for (const framesPerSecond of [30, 10]) {
      const played = playCheck(tracked, pool, framesPerSecond, seededRandom(1));
      assert.notEqual(played.outcome, 'never', played.why);
      assert.deepEqual(playCheck(tracked, pool, framesPerSecond, seededRandom(1)), played);
    }
    assert.equal(playCheck(tracked, ['nod-up'], 30, seededRandom(1)).outcome, 'never');
  });

  it('is drawn with every label escaped and nothing fetched', () => {
    const svg = plotClip({ ...tracked, score: scoreClip(tracked) });
    assert.match(svg, /<title>labelled &#60;clip&#62;<\/title>/);
    assert.doesNotMatch(svg, /NaN|href|<script/);
  });
});

describe('the cache of tracks', () => {
  it('knows the sources that the face graph is made of, types aside', () => {
    const names = sourcesFrom(resolve('src/face/face-graph.ts')).map((path) =>
      path.replace(/.*\//, ''),
    );
    for (const name of ['face-graph.ts', 'measure-face.ts', 'landmark-indices.ts']) {
      assert.ok(names.includes(name), name);
    }
    assert.ok(!names.includes('face-signals.ts'));
  });
});

describe('the table of ways', () => {
  it('names who is not found at the service, and counts only what the page took', () => {
    const way = { gesture: 'turn-left', fromS: 1, neutral: 0, way: [], frames: [] } as const;
    const judged = { ...way, clip: 'one', person: 'P01', every: 2, parts: [] };
    const table = formatWays([
      { ...judged, isTaken: true, fault: undefined },
      { ...judged, isTaken: true, fault: 'nothing-between', parts: [[0.5, 0.9]] },
      { ...judged, isTaken: false, fault: 'leap' },
    ]);
    const [, , row] = table.split('\n');
    assert.match(row ?? '', /head, 15 a second \| 1 \| 1 \| 3 \| 2 \| 1 of 2 \| 0\.40 /);
    assert.match(row ?? '', /P01 turn-left: nothing-between \(1\)/);
  });
});
