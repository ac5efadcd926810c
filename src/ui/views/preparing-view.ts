import { html, type TemplateResult } from 'lit';
import type { CheckState } from '../../check/check-state.ts';
import { cameraStage } from './camera-stage.ts';
import type { ViewContext } from './view-context.ts';

const BYTES_PER_MEGABYTE = 1_000_000;

/** The camera is being asked for and the face model loads; the ring shows real bytes. */
export function preparingView(
  { loadedBytes, totalBytes }: Extract<CheckState, { name: 'preparing' }>,
  context: ViewContext,
): TemplateResult {
  const { term, words, preview } = context;
  const progress = totalBytes > 0 ? Math.min(1, loadedBytes / totalBytes) : 0;
  const loading =
    totalBytes > 0
      ? // Apart from each other, or writing from the right would shuffle the numbers.
        html`<bdi>${words('preparing.loading', Math.floor(progress * 100))}</bdi> ·
          <bdi>${megabytes(loadedBytes, totalBytes, term('$code'))}</bdi>`
      : undefined;
  return cameraStage(
    {
      instruction: words('preparing.title'),
      detail: preview ? undefined : words('preparing.permission'),
      ring: { kind: 'fill', progress },
      progress: loading,
    },
    context,
  );
}

/** `3.2 / 6.7 MB`, in the digits and with the unit of the language. */
function megabytes(loadedBytes: number, totalBytes: number, lang: string): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const part = new Intl.NumberFormat(lang, digits);
  const whole = new Intl.NumberFormat(lang, { ...digits, style: 'unit', unit: 'megabyte' });
  return `${part.format(Math.min(loadedBytes, totalBytes) / BYTES_PER_MEGABYTE)} / ${whole.format(totalBytes / BYTES_PER_MEGABYTE)}`;
}
