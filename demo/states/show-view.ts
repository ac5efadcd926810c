import { FIXTURE_VIEWS } from './fixture-views.ts';
import type { StateHost } from './state-host.ts';

/** What is around a state unless its view says otherwise. */
const USUAL = {
  moreTime: false,
  canRetry: true,
  consent: undefined,
  speech: undefined,
  phoneAddress: undefined,
  offersPhone: false,
  inApp: false,
  privacy: { recipient: 'Bank Satu', retentionDays: 0 },
  cameraChoice: undefined,
} as const;

/** Puts an element into a state of the gallery, by name; `preview` is what its camera shows. */
export async function showView(
  host: StateHost,
  name: string,
  preview: HTMLVideoElement | undefined,
): Promise<void> {
  const view = FIXTURE_VIEWS[name];
  if (!view) throw new Error(`There is no state ${name}.`);
  Object.assign(host, USUAL, view, { preview });
  await host.updateComplete;
}
