import { type NoLimit, waitFor } from '../edge/wait-for.ts';
import { type RankedCamera, rankCameras } from './rank-cameras.ts';

/** Longest wait for the list of devices; in some browsers it never comes. */
export const LIST_LIMIT_MS = 2000;

/** The cameras of the device, the best first; `undefined` when the browser does not tell in time. */
export async function listCameras(
  limitMs: number | NoLimit = LIST_LIMIT_MS,
): Promise<RankedCamera[] | undefined> {
  try {
    const listing = navigator.mediaDevices.enumerateDevices();
    return rankCameras(await waitFor(listing, { what: 'the list of cameras', limitMs }));
  } catch {
    return undefined;
  }
}
