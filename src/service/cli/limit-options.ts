import { readCount, readDuration } from './read-value.ts';
import type { ServeOption } from './serve-option.ts';

/** Options of `serve`: how much is taken. */
export const LIMIT_OPTIONS: readonly ServeOption[] = [
  {
    flag: 'max-images',
    group: 'Limits',
    value: '<number>',
    standard: '16',
    help: 'Most images in one submission.',
    read: (text) => ({ maxImages: readCount(text) }),
  },
  {
    flag: 'max-open-jobs',
    group: 'Limits',
    value: '<number>',
    standard: '256',
    help: 'Most jobs that may wait; beyond that submissions get a 503 and keep their token.',
    read: (text) => ({ maxOpenJobs: readCount(text) }),
  },
  {
    flag: 'key-requests',
    group: 'Limits',
    value: '<number>',
    standard: '1200',
    help: 'Most requests in a minute that one access key may authorise; 0 is no limit.',
    read: (text) => ({ keyRequestsPerMinute: readCount(text) }),
  },
  {
    flag: 'address-requests',
    group: 'Limits',
    value: '<number>',
    standard: '300',
    help: 'Most submissions and steps in a minute from one address; 0 is no limit.',
    read: (text) => ({ addressRequestsPerMinute: readCount(text) }),
  },
  {
    flag: 'address-guesses',
    group: 'Limits',
    value: '<number>',
    standard: '60',
    help: 'Most wrong tokens, signatures and secrets in a minute from one address; 0 is no limit.',
    read: (text) => ({ addressGuessesPerMinute: readCount(text) }),
  },
  {
    flag: 'lockout-failures',
    group: 'Limits',
    value: '<number>',
    standard: '5',
    help: 'After this many failed checks within the window a person is locked out; 0 is never.',
    read: (text) => ({ lockoutFailures: readCount(text) }),
  },
  {
    flag: 'lockout-window',
    group: 'Limits',
    value: '<time>',
    standard: '3m',
    help: 'The window of the lockout.',
    read: (text) => ({ lockoutWindowMs: readDuration(text) }),
  },
];
