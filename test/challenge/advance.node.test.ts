import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { POSITIONING_LIMIT_MS } from '../../src/challenge/challenge-thresholds.ts';
import { GESTURE_NAMES, GESTURES, type GestureName } from '../../src/challenge/gesture.ts';
import { findWayFault } from '../../src/challenge/way-between.ts';
import type { FaceMeasurements, FaceSignals } from '../../src/face/face-signals.ts';
import { facesOf, NEUTRAL, PEAK, partOf } from '../fixtures/gesture-faces.ts';
import { FRAME_MS, looking, Play } from './play.ts';

const SHUT = PEAK.blink;

const OTHERS: FaceSignals = { capturedAtMs: 0, faceCount: 2, face: NEUTRAL };
const NOBODY: FaceSignals = { capturedAtMs: 0, faceCount: 0 };

function asked({ state }: Play) {
  assert.ok(state.phase === 'gesture', state.phase);
  return state;
}

describe('a gesture whose way from rest is judged', () => {
  const judged = GESTURE_NAMES.filter((gesture) => GESTURES[gesture].fewestBetween > 0);
  const asking = (gesture: GestureName) =>
    new Play({ attempts: [[gesture]], judgesWay: true, gestureToleranceMs: 20_000 }).settle();

  for (const gesture of judged) {
    it(`is done with it: ${gesture}; its frames end with the clearest`, () => {
      const play = asking(gesture).performSlowly(gesture);
      assert.equal(play.state.phase, 'complete');
      const way = play.way ?? [];
      assert.equal(way.length, 4);
      assert.equal(findWayFault(way, GESTURES[gesture].fewestBetween), undefined);
      const changes = way.map(({ change }) => change);
      assert.deepEqual(
        changes,
        changes.toSorted((a, b) => a - b),
      );
    });

    it(`is asked for once more, slower, without it: ${gesture}`, () => {
      const play = asking(gesture).perform(gesture);
      assert.equal(play.state.phase === 'gesture' && play.state.hint, 'more-slowly');
      play.performSlowly(gesture);
      assert.equal(play.state.phase, 'complete');
    });
  }

  it('is asked for slower three times, and of a mouth taken as it is in the fourth try: it opens in 0.1 s', () => {
    const play = asking('open-mouth');
    for (let tries = 1; tries <= 3; tries++) {
      play.perform('open-mouth');
      assert.equal(play.state.phase, 'gesture', `after ${tries}`);
    }
    assert.equal(play.perform('open-mouth').state.phase, 'complete');
  });

  it('of a mouth is never sent without it where no head is moved: there the service judges it', () => {
    const plan = {
      attempts: [['open-mouth']],
      judgesWay: true,
      movesNoHead: true,
      gestureToleranceMs: 2500,
    } as const;
    const play = new Play(plan).settle();
    for (let tries = 1; tries <= 4; tries++) {
      play.perform('open-mouth');
      assert.equal(play.state.phase, 'gesture', `after ${tries}`);
    }
    for (let tries = 5; tries <= 9; tries++) play.perform('open-mouth');
    assert.deepEqual(play.state, { phase: 'failed', code: 'gesture-timeout' });
  });

  it('that the service would miss of a head is never sent: the time of the fourth try is the last', () => {
    const plan = { attempts: [['turn-left']], judgesWay: true, gestureToleranceMs: 2500 } as const;
    const play = new Play(plan).settle();
    for (let tries = 1; tries <= 4; tries++) {
      play.perform('turn-left');
      assert.equal(play.state.phase, 'gesture', `after ${tries}`);
    }
    for (let tries = 5; tries <= 6; tries++) play.perform('turn-left');
    assert.deepEqual(play.state, { phase: 'failed', code: 'gesture-timeout' });
    assert.equal(play.way, undefined);
  });

  it('that is enough for the service is taken of a head in the fourth try, though the page would like a better one', () => {
    const [peak = NEUTRAL] = facesOf('turn-left');
    const narrowly = (play: Play): Play => {
      play.feed(looking(), 400);
      for (const part of [0.18, 0.82]) play.feed(looking(partOf(peak, part)), FRAME_MS);
      return play.feed(looking(peak), 600).feed(looking(), 400);
    };
    const play = asking('turn-left');
    for (let tries = 1; tries <= 3; tries++) {
      assert.equal(narrowly(play).state.phase, 'gesture', `after ${tries}`);
    }
    assert.equal(narrowly(play).state.phase, 'complete');
  });

  it('has the time of a gesture for each try, and for all together what the service gives', () => {
    const plan = { attempts: [['turn-left']], judgesWay: true, gestureToleranceMs: 2000 } as const;
    const patient = new Play({ ...plan, timeoutMs: 2500, stepLimitMs: 6000 }).settle();
    patient.perform('turn-left').perform('turn-left');
    assert.equal(patient.state.phase, 'gesture');
    assert.equal(patient.performSlowly('turn-left').state.phase, 'complete');
    const late = new Play({ ...plan, stepLimitMs: 2500 }).settle();
    late.perform('turn-left').perform('turn-left');
    assert.deepEqual(late.state, { phase: 'failed', code: 'gesture-timeout' });
  });

  it('that is being made when its time is up is seen to its end, and one that has not begun is not waited for', () => {
    const plan = { attempts: [['turn-left']], gestureToleranceMs: 2000 } as const;
    const [peak = NEUTRAL] = facesOf('turn-left');
    const late = new Play(plan).settle().feed(looking(), 1900);
    assert.equal(late.feed(looking(peak), 600).state.phase, 'complete');
    const tooLate = new Play(plan).settle().feed(looking(), 2100);
    assert.deepEqual(tooLate.state, { phase: 'failed', code: 'gesture-timeout' });
  });

  it('is not judged where a blink is all that happens, and where nobody asks for it', () => {
    assert.equal(asking('blink').perform('blink').state.phase, 'complete');
    const plain = new Play({ attempts: [['turn-left']] }).settle().perform('turn-left');
    assert.equal(plain.state.phase, 'complete');
  });
});

/** A sequence of peaks holds the gestures of its movement, each of which may be seen in it. */
function isPartOf(asked: GestureName, done: GestureName): boolean {
  const { course, movement } = GESTURES[done];
  return course.kind === 'peaks' && GESTURES[asked].movement === movement;
}

describe('the way to a neutral face', () => {
  it('a face in place and still is asked for its first gesture', () => {
    new Play({ attempts: [['smile']] }).settle();
  });

  it('the neutral frame is kept', () => {
    assert.ok(new Play({ attempts: [['smile']] }).settle().kept.length > 0);
  });

  const KEEPS_WAITING: [fact: string, signals: FaceSignals, hint: string][] = [
    ['nobody', NOBODY, 'no-face'],
    ['two people', OTHERS, 'multiple-faces'],
    ['a far face', looking({ box: { x: 0.4, y: 0.4, width: 0.15, height: 0.2 } }), 'move-closer'],
    ['a near face', looking({ box: { x: 0.1, y: 0.05, width: 0.8, height: 0.9 } }), 'move-back'],
    [
      'a face at the right of the unmirrored frame',
      looking({ box: { ...NEUTRAL.box, x: 0.55 } }),
      'move-right',
    ],
    [
      'a face at the left of the unmirrored frame',
      looking({ box: { ...NEUTRAL.box, x: 0.05 } }),
      'move-left',
    ],
    ['a low face', looking({ box: { ...NEUTRAL.box, y: 0.45 } }), 'move-up'],
    ['a high face', looking({ box: { ...NEUTRAL.box, y: 0.05 } }), 'move-down'],
    ['a turned face', looking({ yawDegrees: 25 }), 'look-straight'],
    ['a tilted face', looking({ rollDegrees: 20 }), 'look-straight'],
    ['a grin', looking({ mouthWidthRatio: 0.78 }), 'relax-face'],
    ['an open mouth', looking({ mouthOpeningRatio: 0.5 }), 'relax-face'],
  ];
  for (const [fact, signals, hint] of KEEPS_WAITING) {
    it(`${fact} is told "${hint}" and is not asked for gestures`, () => {
      const { state } = new Play({ attempts: [['smile']] }).feed(signals, 5000);
      assert.equal(state.phase, 'positioning');
      assert.equal(state.phase === 'positioning' && state.hint, hint);
    });
  }

  it('a head that keeps moving is not taken for still', () => {
    const play = new Play({ attempts: [['smile']] });
    for (let i = 0; i < 60; i++) play.feed(looking({ yawDegrees: i % 2 ? -5 : 5 }), FRAME_MS);
    assert.notEqual(play.state.phase, 'gesture');
  });

  it('the check gives up when no face comes into place', () => {
    const { state } = new Play({ attempts: [['smile']] }).feed(NOBODY, POSITIONING_LIMIT_MS + 100);
    assert.deepEqual(state, { phase: 'failed', code: 'check-timeout', hint: 'no-face' });
  });

  it('with no gestures to ask, the neutral face completes the challenge', () => {
    const { state } = new Play({ attempts: [[]] }).feed(looking(), 2000);
    assert.equal(state.phase, 'complete');
  });
});

describe('a gesture', () => {
  for (const gesture of Object.keys(PEAK) as GestureName[]) {
    it(`${gesture} counts, and its clearest frame is kept`, () => {
      const play = new Play({ attempts: [[gesture]] }).settle();
      play.kept = [];
      play.perform(gesture);
      assert.equal(play.state.phase, 'complete');
      const peaks = facesOf(gesture).map((peak) => looking(peak));
      assert.ok(peaks.some((peak) => isDeepStrictEqual(peak, play.kept.at(-1))));
    });

    it(`${gesture} is not counted for any other gesture`, () => {
      for (const asked of Object.keys(PEAK) as GestureName[]) {
        if (asked === gesture || isPartOf(asked, gesture)) continue;
        const play = new Play({ attempts: [[asked]] }).settle().perform(gesture);
        assert.equal(play.state.phase, 'gesture', `${asked} was asked`);
      }
    });
  }

  it('begun before it was asked does not count', () => {
    const play = new Play({ attempts: [['turn-left', 'smile']] }).settle().feed(looking(), 400);
    play.feed(looking({ ...PEAK['turn-left'], ...PEAK.smile }), 600);
    assert.equal(play.state.phase === 'gesture' && play.state.index, 1);
    // The smile was there when it was asked for, and stays.
    play.feed(looking(PEAK.smile), 2000);
    assert.notEqual(play.state.phase, 'complete');
  });

  it('is not seen in a held photo, whatever its expression', () => {
    for (const gesture of Object.keys(PEAK) as GestureName[]) {
      const play = new Play({ attempts: [[gesture]] }).settle().feed(looking(), 2900);
      assert.equal(play.state.phase, 'gesture');
    }
  });

  it('of one frame is a slip of the tracker, not a gesture', () => {
    const play = new Play({ attempts: [['open-mouth']] }).settle().feed(looking(), 400);
    play.feed(looking(PEAK['open-mouth']), FRAME_MS).feed(looking(), 400);
    assert.equal(play.state.phase, 'gesture');
  });

  it('eyes that stay shut are no blink', () => {
    const play = new Play({ attempts: [['blink']] }).settle().feed(looking(), 400);
    play.feed(looking(SHUT), 800).feed(looking(), 200);
    assert.equal(play.state.phase, 'gesture');
  });

  it('a wink is no blink', () => {
    const play = new Play({ attempts: [['blink']] }).settle().feed(looking(), 400);
    play.feed(looking({ eyeAspectRatioLeft: 0.08 }), 160).feed(looking(), 400);
    assert.equal(play.state.phase, 'gesture');
  });

  it('a far turn counts although the face is lost at its end', () => {
    const play = new Play({ attempts: [['turn-right']] }).settle().feed(looking(), 400);
    play.feed(looking(PEAK['turn-right']), 120).feed(NOBODY, 300).feed(looking(), 300);
    assert.equal(play.state.phase, 'complete');
  });
});

describe('time and interruptions', () => {
  it('a face that goes away sends the person back to the start', () => {
    const play = new Play({ attempts: [['smile', 'blink']] }).settle().perform('smile');
    play.feed(NOBODY, 900);
    assert.equal(play.state.phase, 'positioning');
  });

  it('a second person in the picture stops the gestures', () => {
    const play = new Play({ attempts: [['smile']] }).settle().feed(looking(), 400);
    play.feed({ ...OTHERS, face: { ...NEUTRAL, ...PEAK.smile } }, 400);
    assert.equal(play.state.phase === 'gesture' && play.state.hint, 'multiple-faces');
  });

  it('a gesture that does not come in time starts the second attempt, with its own sequence', () => {
    const play = new Play({ attempts: [['smile'], ['blink']] }).settle().feed(looking(), 3040);
    assert.equal(play.state.phase === 'positioning' && play.state.attempt, 1);
    play.settle().perform('blink');
    assert.equal(play.state.phase, 'complete');
  });

  it('the last attempt that runs out of time fails', () => {
    const play = new Play({ attempts: [['smile']] }).settle().feed(looking(), 3100);
    assert.deepEqual(play.state, { phase: 'failed', code: 'gesture-timeout' });
  });

  it('a gesture that is missed once is asked again alone: what was done stays done', () => {
    const attempts = [['smile', 'turn-left'], ['blink']] as const;
    const play = new Play({ attempts, mayAskAgain: true, maySwap: true, timeoutMs: 5000 });
    play.settle().perform('smile').feed(looking(), 2800);
    const { neutral } = asked(play);
    play.feed(looking(), 280);
    const again = asked(play);
    assert.deepEqual([again.attempt, again.index, again.hint], [0, 1, 'more-slowly']);
    assert.equal(again.neutral, neutral, 'the same neutral face');
    assert.deepEqual(play.helps, ['again']);
    play.feed(looking(), 2500).perform('turn-left');
    assert.equal(
      play.state.phase,
      'complete',
      'with the whole time for it, which the check is given',
    );
  });

  it('a gesture that is missed twice gives way to another, and begins again only where there is none', () => {
    for (const maySwap of [true, false]) {
      const plan = { attempts: [['smile'], ['smile']], mayAskAgain: true, maySwap } as const;
      const play = new Play(plan).settle().feed(looking(), 6080);
      assert.deepEqual(play.helps, maySwap ? ['again', 'another'] : ['again']);
      assert.equal(play.state.phase, maySwap ? 'gesture' : 'positioning');
      if (maySwap) assert.equal(asked(play).askedAgain, false, 'the other one is new');
    }
  });

  it('a face that goes away while a gesture is asked again begins again', () => {
    const plan = { attempts: [['smile']], mayAskAgain: true } as const;
    const play = new Play(plan).settle().feed(looking(), 3080).feed(NOBODY, 900);
    assert.equal(play.state.phase, 'positioning');
  });

  it('the whole check has its own time', () => {
    const play = new Play({ attempts: [['smile', 'blink']], timeoutMs: 2000 }).settle();
    play.perform('smile').feed(looking(), 2000);
    assert.deepEqual(play.state, { phase: 'failed', code: 'check-timeout' });
  });
});

describe('mouths that do not smile', () => {
  const smile = (change: Partial<FaceMeasurements>): string =>
    new Play({ attempts: [['smile']] }).settle().feed(looking(), 400).feed(looking(change), 1500)
      .state.phase;

  it('a smile is both wide and lifted', () => {
    assert.equal(smile(PEAK.smile), 'complete');
  });

  it('a mouth that is pressed wide is none', () => {
    assert.equal(smile({ mouthWidthRatio: 0.68 }), 'gesture');
  });

  it('a nose that is wrinkled, which lifts the corners alone, is none', () => {
    assert.equal(smile({ cornerToEyeLeft: 0.68, cornerToEyeRight: 0.68 }), 'gesture');
  });

  it('one corner alone is none', () => {
    assert.equal(smile({ mouthWidthRatio: 0.68, cornerToEyeLeft: 0.64 }), 'gesture');
  });
});
