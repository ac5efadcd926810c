import { readList, readText } from './read-value.ts';
import type { ServeOption } from './serve-option.ts';

/** Options of `serve` and `work`: who is told of a job that has ended. */
export const WEBHOOK_OPTIONS: readonly ServeOption[] = [
  {
    flag: 'webhook-url',
    group: 'Telling',
    value: '<url>',
    standard: '',
    isSecret: true,
    help: 'Where each finished job is posted, signed with NODEFLUX_WEBHOOK_SECRET: https://shop.example/liveness/webhook.',
    read: (text) => ({ webhookUrl: readText(text) }),
  },
  {
    flag: 'webhook-host',
    group: 'Telling',
    value: '<host>',
    standard: '',
    help: 'Host that webhooks may go to though it is inside your network, or without TLS. May be repeated, or a list with commas.',
    repeats: true,
    read: (text) => ({ webhookHosts: readList(text) }),
  },
  {
    flag: 'signing-keys',
    group: 'Telling',
    value: '<file>',
    standard: '',
    help: 'Keys that verdicts are signed with, for auditors; signing-keys create makes the file. Their public parts are at /.well-known/jwks.json.',
    read: (text) => ({ signingKeys: text }),
  },
];
