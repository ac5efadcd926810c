import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FaceChange } from '../../src/challenge/face-change.ts';
import { DOT_NAMES, GESTURES } from '../../src/challenge/gesture.ts';
import {
  DOT,
  DOTS,
  type DotName,
  pointsAt,
  pointsBeyond,
} from '../../src/challenge/gestures/follow-dot.ts';
import type { AimPoint } from '../../src/challenge/gestures/gesture-record.ts';
import { NEUTRAL } from '../fixtures/gesture-faces.ts';
import { looking, Play } from './play.ts';

/** The change of a face whose nose points there, for the page. */
function changeAt({ left, up }: AimPoint): FaceChange {
  return {
    yawDegrees: left * DOT.farDegrees.yaw,
    pitchDegrees: up * DOT.farDegrees.pitch,
    rollDegrees: 0,
    leftEyeClosure: 0,
    rightEyeClosure: 0,
    mouthWidening: 0,
    mouthOpening: 0,
    leftCornerLift: 0,
    rightCornerLift: 0,
  };
}

const aimOf = (name: DotName): AimPoint => DOTS[name].aim;

function nearness(name: DotName, at: AimPoint): number {
  const change = changeAt(at);
  return GESTURES[name].page.measure(change, change) ?? assert.fail('not measured');
}

const times = ({ left, up }: AimPoint, by: number): AimPoint => ({ left: left * by, up: up * by });

describe('a dot that the nose follows', () => {
  it('there are eight directions at two distances, all in other places', () => {
    assert.equal(DOT_NAMES.length, 16);
    const places = DOT_NAMES.map((name) => aimOf(name)).map(
      ({ left, up }) => `${left.toFixed(2)} ${up.toFixed(2)}`,
    );
    assert.equal(new Set(places).size, 16);
  });

  for (const name of DOT_NAMES) {
    it(`${name} is nothing at rest, counts near the dot, most at it, and less beyond it`, () => {
      const dot = aimOf(name);
      const away = Math.hypot(dot.left, dot.up);
      const inside = 1 - (0.9 * DOT.page.withinOfDot) / away;
      assert.equal(nearness(name, { left: 0, up: 0 }), 0);
      assert.ok(nearness(name, times(dot, inside)) > 1);
      assert.ok(nearness(name, dot) > nearness(name, times(dot, inside)));
      assert.ok(nearness(name, times(dot, 2)) < 0.5);
      assert.ok(nearness(name, times(dot, -1)) < 0);
    });

    it(`${name} is taken for no other dot`, () => {
      for (const other of DOT_NAMES) {
        if (other !== name) assert.ok(nearness(other, aimOf(name)) < 1, other);
      }
    });
  }

  it('depth is looked for in what turns as far as a turn, and only there', () => {
    const deep = DOT_NAMES.filter((name) => GESTURES[name].showsDepth);
    assert.equal(deep.length, 6);
    for (const name of deep) assert.ok(Math.abs(changeAt(aimOf(name)).yawDegrees) >= 15, name);
  });

  it('the way to it is judged along its direction, so that a pose beside it moves no frame on the way', () => {
    const image = { leftEyeClosure: 0, rightEyeClosure: 0, mouthWidening: 0, mouthOpening: 0 };
    const { yaw, pitch } = DOT.serviceFarDegrees;
    const along = ({ left, up }: AimPoint) =>
      GESTURES['dot-right-near'].service.along?.({
        ...image,
        yawDegrees: left * yaw,
        pitchDegrees: up * pitch,
        eyeBandChange: 0,
      });
    const dot = aimOf('dot-right-near');
    for (const part of [0, 0.3, 0.6, 1]) {
      for (const up of [-0.2, 0, 0.2]) {
        const measured = along({ ...times(dot, part), up }) ?? assert.fail('not measured');
        assert.ok(Math.abs(measured - part) < 1e-9, `${part} ${up}: ${measured}`);
      }
    }
  });

  it('who points beyond it is told so, and not who points beside it or short of it', () => {
    const dot = aimOf('dot-left-near');
    assert.ok(pointsBeyond(dot, { left: 1, up: 0 }));
    assert.ok(!pointsBeyond(dot, dot));
    assert.ok(!pointsBeyond(dot, { left: 0.2, up: 0 }));
    assert.ok(!pointsBeyond(dot, { left: 0, up: 1 }));
    assert.deepEqual(pointsAt({ yawDegrees: 26, pitchDegrees: -18 }), { left: 1, up: -1 });
  });
});

describe('following a dot', () => {
  const asking = () => new Play({ attempts: [['dot-left-near']] }).settle().feed(looking(), 400);
  const faceAt = (at: AimPoint) => ({
    yawDegrees: NEUTRAL.yawDegrees + changeAt(at).yawDegrees,
    pitchDegrees: NEUTRAL.pitchDegrees + changeAt(at).pitchDegrees,
  });
  const dot = aimOf('dot-left-near');

  it('counts when the person stays at it', () => {
    assert.equal(asking().feed(looking(faceAt(dot)), 900).state.phase, 'complete');
  });

  it('has twice the time of a free gesture', () => {
    const plan = { attempts: [['dot-left-near']], gestureToleranceMs: 3000 } as const;
    const late = (waitMs: number) => new Play(plan).settle().feed(looking(), waitMs);
    assert.equal(late(5500).feed(looking(faceAt(dot)), 900).state.phase, 'complete');
    assert.equal(late(6500).state.phase, 'failed');
  });

  it('does not when the nose sweeps over it to a far turn', () => {
    const play = asking();
    for (let part = 0; part <= 2; part += 0.25) play.feed(looking(faceAt(times(dot, part))), 33);
    play.feed(looking(faceAt(times(dot, 2))), 900);
    assert.equal(play.state.phase, 'gesture');
    assert.equal(play.state.phase === 'gesture' && play.state.hint, 'turn-less');
  });

  it('the next one may be followed from this one, without a way back to the middle', () => {
    const play = new Play({ attempts: [['dot-left-near', 'dot-right-far']] }).settle();
    play.feed(looking(), 400);
    play.feed(looking(faceAt(dot)), 900);
    for (let part = 0; part <= 1; part += 0.1) {
      play.feed(looking(faceAt({ left: dot.left - part * (1 + dot.left), up: 0 })), 50);
    }
    assert.equal(play.feed(looking(faceAt({ left: -1, up: 0 })), 900).state.phase, 'complete');
  });
});
