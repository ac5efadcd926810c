import type { Analysis } from '../../../src/service/analysis/analysis.ts';
import type { Finding } from '../../../src/submission/details-wire.ts';

/** The faults of a verdict in one cell of a table. */
export function formatFaults(analysis: Analysis | undefined): string {
  return (analysis?.faults ?? []).map(formatFinding).join('; ');
}

/** What was measured, in one cell of a table. */
export function formatMeasurements(analysis: Analysis | undefined): string {
  return (analysis?.measurements ?? []).map(formatFinding).join('; ');
}

function formatFinding({
  code,
  gesture,
  image,
  measured,
  step,
}: Finding & { code: string }): string {
  const place = step !== undefined ? `step ${step}` : image !== undefined ? `image ${image}` : '';
  return [code, place, gesture ?? '', measured?.toFixed(2) ?? ''].filter(Boolean).join(' ');
}
