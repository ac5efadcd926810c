import type { AnalysisRequest } from '../analysis.ts';

/** A frame on the way that nobody has looked at yet. */
export interface UnseenWayFrame {
  readonly step: number;
  readonly jpeg: Uint8Array;
}

/**
 * Takes the small frames on the way out of a request: what is left is one image for each step, and is judged as such. Pure.
 */
export function splitWays(request: AnalysisRequest): {
  judged: AnalysisRequest;
  way: UnseenWayFrame[];
} {
  const { images, paced } = request;
  if (!paced) return { judged: request, way: [] };
  const isJudged = (_: unknown, place: number) => !paced[place]?.onTheWay;
  const way = images.flatMap((jpeg, place) => {
    const frame = paced[place];
    if (!frame?.onTheWay) return [];
    return [{ step: frame.step, jpeg }];
  });
  const judged = { ...request, images: images.filter(isJudged), paced: paced.filter(isJudged) };
  return { judged, way };
}
