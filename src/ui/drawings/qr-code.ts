import { generate } from 'lean-qr/nano';
import { html, type TemplateResult } from 'lit';

/** Light modules around the code, without which cameras do not find it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** An address as a QR code. It is for cameras; people have the address beside it. */
export function qrCode(address: string): TemplateResult {
  const code = generate(address);
  const side = code.size + 2 * QUIET_ZONE;
  let dark = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (code.get(x, y)) dark += `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h1v1h-1z`;
    }
  }
  return html`<svg
    class="qr-code"
    part="handoff-code"
    viewBox="0 0 ${side} ${side}"
    shape-rendering="crispEdges"
    aria-hidden="true"
  >
    <rect width=${side} height=${side} fill="#fff" />
    <path d=${dark} fill="#000" />
  </svg>`;
}
