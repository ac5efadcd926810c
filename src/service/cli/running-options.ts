import { readCount, readDuration, readSwitch, readText } from './read-value.ts';
import type { ServeOption } from './serve-option.ts';

/** Options of `serve`: what is kept, and how it runs. */
export const RUNNING_OPTIONS: readonly ServeOption[] = [
  {
    flag: 'keep-results',
    group: 'Keeping',
    value: '<time>',
    standard: '24h',
    help: 'How long a result can be read after its job is done.',
    read: (text) => ({ resultRetentionMs: readDuration(text) }),
  },
  {
    flag: 'keep-images',
    group: 'Keeping',
    value: '<time>',
    standard: '0',
    help: 'How long images are kept after their job, encrypted with NODEFLUX_IMAGE_KEY; 0 deletes them at once.',
    read: (text) => ({ keepImagesMs: readDuration(text) }),
  },
  {
    flag: 'threads',
    group: 'Running',
    value: '<number>',
    standard: '1',
    help: 'Threads that look at images. Each takes a core and about 140 MB.',
    read: (text) => ({ threads: readCount(text) }),
  },
  {
    flag: 'load-timeout',
    group: 'Running',
    value: '<time>',
    standard: '120s',
    help: 'Longest that loading the models may take.',
    read: (text) => ({ loadTimeoutMs: readDuration(text) }),
  },
  {
    flag: 'analysis-timeout',
    group: 'Running',
    value: '<time>',
    standard: '60s',
    help: 'Longest that one analysis may take before it is tried again.',
    read: (text) => ({ analysisTimeoutMs: readDuration(text) }),
  },
  {
    flag: 'shutdown-grace',
    group: 'Running',
    value: '<time>',
    standard: '10s',
    help: 'How long running jobs may go on after SIGTERM; then they are handed back for the next start.',
    read: (text) => ({ shutdownGraceMs: readDuration(text) }),
  },
  {
    flag: 'metrics',
    group: 'Running',
    value: '<on|off>',
    standard: 'on',
    help: 'Serves /metrics for Prometheus. Keep the path away from the internet in your proxy.',
    read: (text) => ({ metrics: readSwitch(text) }),
  },
  {
    flag: 'docs',
    group: 'Running',
    value: '<on|off>',
    standard: 'on',
    help: 'Serves /docs and /openapi.json.',
    read: (text) => ({ docs: readSwitch(text) }),
  },
  {
    flag: 'log-level',
    group: 'Running',
    value: '<level>',
    standard: 'info',
    help: 'trace, debug, info, warn, error or silent.',
    read: (text) => ({ logLevel: readText(text) }),
  },
];
