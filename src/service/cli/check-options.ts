import type { ServiceSettings } from '../settings.ts';
import { readCount, readDuration, readList, readScore, readText } from './read-value.ts';
import type { ServeOption } from './serve-option.ts';

/** Options of `serve`: how checks are done. */
export const CHECK_OPTIONS: readonly ServeOption[] = [
  {
    flag: 'pacing',
    group: 'Checks',
    value: '<off|offered|required>',
    standard: 'required',
    help: 'Whether the service chooses the gestures, one by one: never, for clients that ask, or for all. Anything but "required" lets clients choose what they show.',
    read: (text) => ({ pacing: text as NonNullable<ServiceSettings['pacing']> }),
  },
  {
    flag: 'cameras',
    group: 'Checks',
    value: '<any|refuse-virtual>',
    standard: 'any',
    help: 'Whether pictures of a virtual camera are not live. It is known by its name alone: a hint, and no proof.',
    read: (text) => ({ cameras: text as NonNullable<ServiceSettings['cameras']> }),
  },
  {
    flag: 'gestures',
    group: 'Checks',
    value: '<names>',
    standard: 'all',
    help: 'Gestures that a paced session may ask for, with commas between.',
    read: (text) =>
      text === 'all'
        ? {}
        : {
            sessionGestures: readList(text) as NonNullable<ServiceSettings['sessionGestures']>,
          },
  },
  {
    flag: 'gesture-count',
    group: 'Checks',
    value: '<number>',
    standard: '3',
    help: 'How many gestures a paced session asks for.',
    read: (text) => ({ sessionGestureCount: readCount(text) }),
  },
  {
    flag: 'gesture-limit',
    group: 'Checks',
    value: '<time>',
    standard: '10s',
    help: 'Longest time for one gesture of a paced session, network included.',
    read: (text) => ({ gestureLimitMs: readDuration(text) }),
  },
  {
    flag: 'long-gesture-limit',
    group: 'Checks',
    value: '<time>',
    standard: '100s',
    help: 'The same for people who ask for more time; as long as --gesture-limit grants none.',
    read: (text) => ({ longGestureLimitMs: readDuration(text) }),
  },
  {
    flag: 'session-attempts',
    group: 'Checks',
    value: '<number>',
    standard: '3',
    help: 'How often one paced session may begin, the first time included. Each beginning asks the same.',
    read: (text) => ({ sessionAttempts: readCount(text) }),
  },
  {
    flag: 'session-swaps',
    group: 'Checks',
    value: '<number>',
    standard: '2',
    help: 'How many gestures a person may decline for another in one paced session; each asks one gesture more, and who declines a dot is asked for all that are none.',
    read: (text) => ({ sessionSwaps: readCount(text) }),
  },
  {
    flag: 'min-threshold',
    group: 'Checks',
    value: '<score>',
    standard: '0.6',
    help: 'Lowest threshold that a check is judged by, even when its client asks for a lower one; 0 to 1.',
    read: (text) => ({ minThreshold: readScore(text) }),
  },
  {
    flag: 'passive-detector',
    group: 'Checks',
    value: '<file>',
    standard: 'none',
    help: 'A passive anti-spoof detector of yours: a description of its model (.json), or a module; see docs/passive-detector.md.',
    read: (text) => (text === 'none' ? {} : { passiveDetector: readText(text) }),
  },
  {
    flag: 'passive-minimum',
    group: 'Checks',
    value: '<score>',
    standard: '0.5',
    help: 'Score of that detector below which nothing is live.',
    read: (text) => ({ passiveMinimum: readScore(text) }),
  },
];
