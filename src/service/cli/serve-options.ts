import { CHECK_OPTIONS } from './check-options.ts';
import { LIMIT_OPTIONS } from './limit-options.ts';
import { LINK_OPTIONS } from './link-options.ts';
import { PLACE_OPTIONS } from './place-options.ts';
import { RUNNING_OPTIONS } from './running-options.ts';
import type { ServeOption } from './serve-option.ts';
import { WEBHOOK_OPTIONS } from './webhook-options.ts';

/** Every option of `serve` and `work`. The help, the environment and the table in docs/service.md are made of it. */
export const SERVE_OPTIONS: readonly ServeOption[] = [
  ...PLACE_OPTIONS,
  ...CHECK_OPTIONS,
  ...LIMIT_OPTIONS,
  ...LINK_OPTIONS,
  ...WEBHOOK_OPTIONS,
  ...RUNNING_OPTIONS,
];
