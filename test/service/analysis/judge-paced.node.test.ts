import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import type { GestureName } from '../../../src/challenge/gesture.ts';
import type {
  Analysis,
  AnalysisRequest,
  PacedFrame,
} from '../../../src/service/analysis/analysis.ts';
import {
  measurePlanarity,
  PLANARITY_MINIMUM,
} from '../../../src/service/analysis/comparison/planarity.ts';
import { createAnalyst } from '../../../src/service/analysis/create-analyst.ts';
import {
  createImageInspector,
  type ImageFindings,
  type WayFindings,
} from '../../../src/service/analysis/faces/image-inspector.ts';
import type { Evidence, WayFrame } from '../../../src/service/analysis/verdict/evidence.ts';
import { judge } from '../../../src/service/analysis/verdict/judge.ts';
import { PACED_RULES } from '../../../src/service/analysis/verdict/rule-lists.ts';
import type { Fault } from '../../../src/submission/details-wire.ts';
import { mixed, small } from '../../../tools/bench/attacks/clients/touched-up-picture.ts';
import { buildFaceModel } from '../../../tools/face-model/build-face-model.ts';

await buildFaceModel();
const inspector = await createImageInspector();
after(() => inspector.close());

const fixture = (name: string) =>
  readFile(new URL(`../../fixtures/faces/${name}.jpg`, import.meta.url));
const look = async (name: string) => inspector.inspect(await fixture(name), false);

const ANY = { livenessThreshold: 0, mainFaceOnly: false };
type Shows = 'neutral' | GestureName;

/** Steps of two seconds, each committed to 100 ms after its frame; the clocks are an hour apart. */
function asked(...shows: readonly Shows[]): PacedFrame[] {
  return shows.map((name, step) => ({
    step,
    shows: name,
    capturedAtMs: 2000 * step + 1900,
    revealedAtMs: 3_600_000 + 2000 * step,
    committedAtMs: 3_600_000 + 2000 * step + 2000,
  }));
}

async function judgeImages(images: readonly string[], paced: readonly PacedFrame[], request = ANY) {
  const findings: ImageFindings[] = [];
  for (const name of images) findings.push(await look(name));
  const analysis = judgePaced({ images: findings, asked: paced, ...request });
  assert.equal(analysis.status, 'success');
  return analysis as Extract<typeof analysis, { status: 'success' }>;
}

/** With a whole way to every gesture, so that a test is about what it is about. */
const judgePaced = (evidence: Evidence & { readonly asked: readonly PacedFrame[] }) =>
  judge({ ...evidence, ways: waysOf(evidence.images, evidence.asked) }, PACED_RULES);

/** Two frames at a third and two thirds of the way from the neutral face to that of each step. */
function waysOf(images: readonly ImageFindings[], paced: readonly PacedFrame[]): WayFrame[] {
  const rest = images[0]?.face?.asWay;
  return paced.flatMap(({ step }, place) => {
    const peak = images[place]?.face?.asWay;
    if (step === 0 || !rest || !peak) return [];
    return [0, 1 / 3, 2 / 3].map((part) => ({ step, findings: onTheWay(rest, peak, part) }));
  });
}

/** What moves is where it was in neither end: no mixture of them. */
function onTheWay(rest: WayFindings, peak: WayFindings, part: number): WayFindings {
  const mix = (from: number, to: number) => from + part * (to - from);
  const names = Object.keys(rest.measured) as (keyof WayFindings['measured'])[];
  const measured = Object.fromEntries(
    names.map((name) => [name, mix(rest.measured[name], peak.measured[name])]),
  ) as unknown as WayFindings['measured'];
  const shifted = rest.grid.map((_, i) => rest.grid[i + Math.round(8 * part)] ?? 0);
  return { ...rest, measured, grid: part === 0 ? rest.grid : shifted };
}

const codesOf = (faults: readonly Fault[]) => faults.map(({ code }) => code);

function passiveScoreIn(analysis: Analysis | undefined): number | undefined {
  return analysis?.measurements.find(({ code }) => code === 'passive-score')?.measured;
}

describe('a paced session', () => {
  const good = ['neutral', 'turn-left', 'smile', 'nod-up'] as const;

  test('that shows what was asked is live, and says how clearly and how deep', async () => {
    const { live, liveness, faults, measurements } = await judgeImages(good, asked(...good), {
      ...ANY,
      livenessThreshold: 0.7,
    });
    assert.equal(live, true);
    assert.ok(liveness >= 0.8 && liveness <= 1);
    assert.deepEqual(faults, []);
    assert.deepEqual(measurements.map(({ code, gesture, step }) => [code, step, gesture]).sort(), [
      ['face-distance', undefined, undefined],
      ['gesture-clearness', 1, 'turn-left'],
      ['gesture-clearness', 2, 'smile'],
      ['gesture-clearness', 3, 'nod-up'],
      ['turn-depth', 1, 'turn-left'],
    ]);
    for (const { limit, measured } of measurements) {
      assert.ok(measured !== undefined && limit !== undefined);
    }
  });

  test('in which every gesture can be seen is live, whichever they are', async () => {
    for (const gestures of [
      ['turn-right', 'nod-down', 'open-mouth'],
      ['blink', 'turn-left', 'smile'],
    ] as const) {
      const { live, faults } = await judgeImages(
        ['neutral', ...gestures],
        asked('neutral', ...gestures),
      );
      assert.equal(live, true, codesOf(faults).join());
    }
  });

  test('that shows another gesture than was asked is not live at any threshold', async () => {
    const cases: readonly (readonly [Shows[], Shows[]])[] = [
      [
        ['neutral', 'turn-left', 'smile', 'nod-up'],
        ['neutral', 'turn-right', 'smile', 'nod-up'],
      ],
      [
        ['neutral', 'turn-left', 'smile', 'nod-up'],
        ['neutral', 'smile', 'turn-left', 'nod-up'],
      ],
      [
        ['neutral', 'turn-left', 'open-mouth', 'nod-up'],
        ['neutral', 'turn-left', 'open-mouth', 'nod-down'],
      ],
    ];
    for (const [shown, wanted] of cases) {
      const { live, liveness, faults } = await judgeImages(shown, asked(...wanted));
      assert.equal(live, false);
      assert.ok(liveness <= 0.3);
      assert.ok(codesOf(faults).includes('gesture-not-seen'));
    }
  });

  test('with a picture that comes again in another light is not live', async () => {
    const turn = await fixture('turn-left');
    const { width, height } = await sharp(turn).metadata();
    const shade = `<svg width="${width}" height="${height}"><linearGradient id="g"><stop offset="0" stop-opacity="0.65"/><stop offset="1" stop-opacity="0"/></linearGradient><rect width="${width}" height="${height}" fill="url(#g)"/></svg>`;
    const relit = await sharp(turn)
      .composite([{ input: Buffer.from(shade) }])
      .jpeg()
      .toBuffer();
    const findings = [
      await look('neutral'),
      await look('turn-left'),
      await look('smile'),
      await inspector.inspect(relit, false),
    ];
    const session = asked('neutral', 'turn-left', 'smile', 'turn-left');
    const analysis = judgePaced({ images: findings, asked: session, ...ANY });
    assert.ok(analysis.status === 'success' && !analysis.live);
    const [fault] = analysis.faults.filter(({ code }) => code === 'same-picture');
    assert.deepEqual([fault?.step, fault?.gesture], [3, 'turn-left']);
    assert.ok((fault?.measured ?? 1) < (fault?.limit ?? 0));
  });

  test('without any movement of the head needs its blinks: two still pictures make none', async () => {
    const session = asked('neutral', 'smile', 'blink', 'open-mouth');
    const still = await judgeImages(['neutral', 'smile', 'still-again', 'open-mouth'], session);
    assert.equal(still.live, false);
    assert.ok(codesOf(still.faults).includes('blink-not-seen'));
    const real = await judgeImages(['neutral', 'smile', 'blink', 'open-mouth'], session);
    assert.equal(real.live, true, codesOf(real.faults).join());
  });

  test('is neither better nor worse for a blink that cannot be seen, as long as two gestures can', async () => {
    const with3 = await judgeImages(
      ['neutral', 'still-again', 'turn-left', 'smile'],
      asked('neutral', 'blink', 'turn-left', 'smile'),
    );
    const without = await judgeImages(
      ['neutral', 'turn-left', 'smile'],
      asked('neutral', 'turn-left', 'smile'),
    );
    assert.equal(with3.live, true);
    assert.equal(with3.liveness, without.liveness);
    assert.ok(with3.measurements.some(({ message }) => message === 'Step 1 does not show blink.'));
    const alone = await judgeImages(
      ['neutral', 'still-again', 'turn-left'],
      asked('neutral', 'blink', 'turn-left'),
    );
    assert.equal(alone.live, false);
    assert.deepEqual(
      alone.faults.map(({ code, limit, measured }) => [code, measured, limit]),
      [['too-few-gestures', 1, 2]],
    );
  });

  test('never scores lower because a gesture is clearer, a blink that only just counts included', async () => {
    const findings: ImageFindings[] = [];
    for (const name of ['neutral', 'blink', 'turn-left', 'smile']) findings.push(await look(name));
    const rest = findings[0]?.face?.measured;
    assert.ok(rest);
    let last = 0;
    for (let closed = 0; closed <= 0.6; closed += 0.02) {
      const changed = findings.map((one, i) =>
        i === 1 && one.face
          ? {
              ...one,
              face: {
                ...one.face,
                measured: {
                  ...one.face.measured,
                  eyeAspectRatioLeft: rest.eyeAspectRatioLeft * (1 - closed),
                  eyeAspectRatioRight: rest.eyeAspectRatioRight * (1 - closed),
                },
              },
            }
          : one,
      );
      const steps = asked('neutral', 'blink', 'turn-left', 'smile');
      const analysis = judgePaced({ images: changed, asked: steps, ...ANY });
      assert.ok(analysis.status === 'success');
      assert.ok(analysis.liveness >= last, `${closed}: ${analysis.liveness} after ${last}`);
      last = analysis.liveness;
    }
    assert.ok(last > 0.9);
  });

  test('takes the clearest of several frames of a step', async () => {
    const frames = asked('neutral', 'turn-left', 'smile');
    const doubled = [frames[0], frames[1], frames[1], frames[2]].filter((f) => f !== undefined);
    const { live } = await judgeImages(['neutral', 'still-again', 'turn-left', 'smile'], doubled);
    assert.equal(live, true);
  });

  test('of a virtual camera is not live where the operator refuses these, and is anywhere else', async () => {
    const images = await Promise.all(good.map(look));
    const session = {
      cameras: ['front', 'front', 'virtual', 'front'],
      declined: [],
      moreTime: false,
    } as const;
    const evidence = { images, asked: asked(...good), session, ...ANY };
    const refused = judgePaced({ ...evidence, refusesVirtualCameras: true });
    assert.ok(refused.status === 'success' && !refused.live);
    assert.deepEqual(
      refused.faults.map(({ code, image }) => [code, image]),
      [['virtual-camera', 2]],
    );
    const taken = judgePaced(evidence);
    assert.ok(taken.status === 'success' && taken.live);
  });

  test('with a frame of an earlier session is not live, and says of which step', async () => {
    const images = await Promise.all(good.map(look));
    const evidence = { images, asked: asked(...good), ...ANY };
    const refused = judgePaced({ ...evidence, stepsSeenBefore: [0, 2] });
    assert.ok(refused.status === 'success' && !refused.live);
    assert.deepEqual(
      refused.faults.map(({ code, step }) => [code, step]),
      [
        ['frame-seen-before', 0],
        ['frame-seen-before', 2],
      ],
    );
  });

  test('with a picture that was there before is not live', async () => {
    const { live, faults } = await judgeImages(
      ['neutral', 'turn-left', 'smile', 'turn-left'],
      asked('neutral', 'turn-left', 'smile', 'turn-left'),
    );
    assert.equal(live, false);
    assert.deepEqual(codesOf(faults), ['identical-images', 'same-picture']);
  });

  test('whose frames were taken before they were asked for, or too fast, is not live', async () => {
    const early = asked(...good).map((frame) =>
      frame.step === 2 ? { ...frame, capturedAtMs: frame.capturedAtMs - 2300 } : frame,
    );
    const tooEarly = await judgeImages(good, early);
    assert.equal(tooEarly.live, false);
    assert.deepEqual(
      tooEarly.faults.map(({ code, image, measured, step }) => [code, image, step, measured]),
      [['taken-before-asked', 2, 2, 300]],
    );
    const fast = asked(...good).map((frame) =>
      frame.step === 1 ? { ...frame, revealedAtMs: frame.committedAtMs - 249 } : frame,
    );
    assert.deepEqual(
      (await judgeImages(good, fast)).faults.map(({ code, image, limit, measured }) => [
        code,
        image,
        measured,
        limit,
      ]),
      [['done-too-fast', 1, 249, 250]],
    );
  });

  test('in which somebody else does a gesture is not live, and says which image', async () => {
    const findings: ImageFindings[] = [];
    for (const name of good) findings.push(await look(name));
    const swapped = findings.map((one, i) =>
      i === 2 && one.face
        ? { ...one, face: { ...one.face, embedding: one.face.embedding.map((v) => -v) } }
        : one,
    );
    const analysis = judgePaced({ images: swapped, asked: asked(...good), ...ANY });
    assert.ok(analysis.status === 'success');
    assert.equal(analysis.live, false);
    assert.ok(analysis.liveness <= 0.3);
    assert.deepEqual(
      analysis.faults.map(({ code, image }) => [code, image]),
      [['different-person', 2]],
    );
  });

  test('without a face, or with two, is incompleted', async () => {
    for (const [name, message] of [
      ['nobody', 'No face detected'],
      ['two-people', 'Multiple faces are detected'],
    ] as const) {
      const findings = [await look('neutral'), await look(name)];
      const analysis = judge(
        { images: findings, asked: asked('neutral', 'smile'), ...ANY },
        PACED_RULES,
      );
      assert.equal(analysis.status === 'incompleted' && analysis.message, message);
    }
  });
});

describe('planarity', () => {
  test('a turned head is not flat; the same points tilted as a plane are', async () => {
    const { face } = await look('neutral');
    const { face: turned } = await look('turn-left');
    assert.ok(face && turned);
    const head = measurePlanarity(face.points, turned.points);
    assert.ok(head.ratio >= PLANARITY_MINIMUM, `${head.ratio}`);
    assert.ok(head.similarityResidual > 0.05);
    const plane = measurePlanarity(face.points, tiltedAsPlane(face.points));
    assert.ok(plane.similarityResidual > 0.05, `${plane.similarityResidual}`);
    assert.ok(plane.ratio < 0.01, `${plane.ratio}`);
  });

  test('a turned head that is a plane fails the session', async () => {
    const findings: ImageFindings[] = [];
    for (const name of ['neutral', 'turn-left', 'smile']) findings.push(await look(name));
    const [neutral, turned] = findings;
    assert.ok(neutral?.face && turned?.face);
    const flat = {
      ...turned,
      face: { ...turned.face, points: tiltedAsPlane(neutral.face.points) },
    };
    const analysis = judge(
      {
        images: [neutral, flat, ...findings.slice(2)],
        asked: asked('neutral', 'turn-left', 'smile'),
        ...ANY,
      },
      PACED_RULES,
    );
    assert.ok(analysis.status === 'success' && !analysis.live);
    const flatTurn = analysis.faults.find(({ code }) => code === 'flat-turn');
    assert.equal(flatTurn?.step, 1);
    assert.ok((flatTurn.measured ?? 1) < 0.1);
  });

  test('a face that only moved, leant and came nearer has no ratio to speak of', async () => {
    const { face } = await look('neutral');
    assert.ok(face);
    const moved = face.points.map((value, i) =>
      i % 3 === 0
        ? 1.3 * value - 0.2 * (face.points[i + 1] ?? 0) + 20
        : i % 3 === 1
          ? 1.3 * value + 0.2 * (face.points[i - 1] ?? 0)
          : value,
    );
    assert.ok(measurePlanarity(face.points, moved).similarityResidual < 0.001);
  });
});

describe('a recorded session of the simulated person', () => {
  let analyst: Awaited<ReturnType<typeof createAnalyst>>;
  before(async () => {
    analyst = await createAnalyst();
  });
  after(() => analyst?.close());
  const judged = async (request: AnalysisRequest) => {
    const analysis = await analyst.analyse(request);
    assert.ok(analysis.status === 'success', JSON.stringify(analysis));
    return analysis;
  };
  /** The session with other pictures on the way to its turn. */
  const withTurnBy = async (
    change: (way: Buffer[], clearest: Buffer) => Promise<readonly (Buffer | undefined)[]>,
  ) => {
    const session = await recordedSession();
    const places = session.paced.flatMap(({ onTheWay, shows }, place) =>
      shows === 'turn-left' && onTheWay ? place : [],
    );
    const clearest = session.images.at(-1);
    assert.ok(clearest && places.length === 3);
    const changed = await change(
      places.map((place) => session.images[place] as Buffer),
      clearest,
    );
    const kept = session.images.map((image, place) =>
      places.includes(place) ? changed[places.indexOf(place)] : image,
    );
    return {
      ...session,
      images: kept.filter((image) => image !== undefined),
      paced: session.paced.filter((_, place) => kept[place] !== undefined),
    };
  };

  test('is live: its gestures are seen, and the way there', async () => {
    const analysis = await judged(await recordedSession());
    assert.deepEqual(codesOf(analysis.faults), []);
    assert.equal(analysis.live, true);
  });

  const STILLS: Readonly<Record<string, Parameters<typeof withTurnBy>[0]>> = {
    'nothing but the clearest': async (way) => way.map(() => undefined),
    'the still at rest, again and again': async ([rest]) => [rest, rest, rest],
    'a hard cut': async ([rest], clearest) => [rest, rest, await small(clearest)],
    'a fade from one still into the other': async ([rest], clearest) => {
      const end = await small(clearest);
      assert.ok(rest);
      return [rest, await mixed(rest, end, 0.35), await mixed(rest, end, 0.65)];
    },
    'a picture without a face': async ([rest]) => {
      const grey = { width: 320, height: 240, channels: 3, background: '#777' } as const;
      const nobody = await sharp({ create: grey }).jpeg().toBuffer();
      return [rest, nobody, nobody];
    },
  };
  for (const [name, change] of Object.entries(STILLS)) {
    test(`with ${name} on the way to its turn is not live, and judged nevertheless`, async () => {
      const { faults, live } = await judged(await withTurnBy(change));
      assert.equal(live, false);
      assert.deepEqual(
        faults.map(({ code, gesture }) => [code, gesture]),
        [['movement-not-seen', 'turn-left']],
      );
    });
  }
});

describe('a passive detector of the operator’s', () => {
  const images = ['neutral', 'smile', 'turn-left'] as const;
  const module = new URL('../../fixtures/passive/says-what-it-is-given.mjs', import.meta.url)
    .pathname;
  const unpacedRequest = async () => ({
    images: await Promise.all(images.map(fixture)),
    livenessThreshold: 0.7,
    autoOrientation: false,
    mainFaceOnly: false,
  });

  test('is given pixels, faces and gestures, and the lower score counts', async (t) => {
    const analyst = await createAnalyst({ passive: { module, minimum: 0.5 } });
    t.after(() => analyst.close());
    const analysis = await analyst.analyse(await recordedSession());
    assert.ok(analysis.status === 'success');
    assert.equal(analysis.live, true);
    assert.equal(passiveScoreIn(analysis), 0.9);
    assert.ok(analysis.liveness <= 0.9);
    // Without a paced session nothing was asked for, and the fixture does not believe that.
    const unpaced = await analyst.analyse(await unpacedRequest());
    assert.ok(unpaced.status === 'success');
    assert.deepEqual(
      [unpaced.live, unpaced.liveness, unpaced.faults],
      [
        false,
        0.1,
        [
          {
            code: 'passive-score-low',
            message: 'The passive detector says that this is an attack.',
            measured: 0.1,
            limit: 0.5,
          },
        ],
      ],
    );
  });

  test('may run a TFLite model in the threads, in the runtime that is already there', async (t) => {
    const module = new URL('../../fixtures/passive/runs-a-tflite-model.mjs', import.meta.url)
      .pathname;
    const analyst = await createAnalyst({ threads: 2, passive: { module, minimum: 0.3 } });
    t.after(() => analyst.close());
    const job = { ...(await unpacedRequest()), paced: asked(...images) };
    const answers = await Promise.all([analyst.analyse(job), analyst.analyse(job)]);
    for (const analysis of answers) {
      assert.ok(analysis.status === 'success');
      assert.ok((passiveScoreIn(analysis) ?? 0) >= 0.3);
      assert.equal(passiveScoreIn(analysis), passiveScoreIn(answers[0]));
    }
    const reversed = await analyst.analyse({ ...job, images: job.images.toReversed() });
    assert.notEqual(passiveScoreIn(reversed), passiveScoreIn(answers[0]));
  });

  test('that cannot be loaded keeps the service from starting', async () => {
    await assert.rejects(createAnalyst({ passive: { module: '/no/such/file.mjs', minimum: 0.5 } }));
    const noFunction = new URL('../../fixtures/passive/no-detector.mjs', import.meta.url).pathname;
    await assert.rejects(
      createAnalyst({ passive: { module: noFunction, minimum: 0.5 } }),
      /no function as its default export/,
    );
  });
});

/** As the element sent it from the demo: a smile, then a turn, each with the frames on its way. */
async function recordedSession() {
  const folder = new URL('../../fixtures/session/', import.meta.url);
  const frames: (Pick<PacedFrame, 'step' | 'shows' | 'capturedAtMs' | 'onTheWay'> & {
    file: string;
  })[] = JSON.parse(await readFile(new URL('session.json', folder), 'utf8'));
  return {
    images: await Promise.all(frames.map(({ file }) => readFile(new URL(file, folder)))),
    livenessThreshold: 0.7,
    autoOrientation: false,
    mainFaceOnly: false,
    paced: frames.map(({ file: _, ...frame }): PacedFrame => {
      const last = frames.findLast(({ step }) => step === frame.step);
      const before = frames.findLast(({ step }) => step < frame.step);
      const revealedAtMs = before?.capturedAtMs ?? 0;
      return { ...frame, revealedAtMs, committedAtMs: last?.capturedAtMs ?? 0 };
    }),
  };
}

/** What a flat picture's points become when it is turned by 40° before a near camera. */
function tiltedAsPlane(points: Float32Array): Float32Array {
  const tilted = points.slice();
  const centre = [points[12] ?? 0, points[13] ?? 0] as const;
  const far = 900;
  for (let i = 0; i < points.length; i += 3) {
    const x = (points[i] ?? 0) - centre[0];
    const y = (points[i + 1] ?? 0) - centre[1];
    const scale = far / (far + x * Math.sin(0.7));
    tilted[i] = centre[0] + x * Math.cos(0.7) * scale;
    tilted[i + 1] = centre[1] + y * scale;
  }
  return tilted;
}
