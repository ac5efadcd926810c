import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Term } from '../words/messages/messages.ts';
import { type CameraChoice, nameCameras } from './camera-choice.ts';

/** A list to choose the camera from; nothing where there is no choice. */
export function cameraChooser(
  choice: CameraChoice | undefined,
  term: Term,
): TemplateResult | typeof nothing {
  if (!choice) return nothing;
  const { cameras, chosenId, onChoose } = choice;
  const names = nameCameras(cameras, term);
  const choose = ({ currentTarget }: Event): void => {
    onChoose((currentTarget as HTMLSelectElement).value);
  };
  return html`<select
    class="cameras"
    part="camera-chooser"
    aria-label=${term('camera.choose')}
    @change=${choose}
  >
    ${cameras.map(
      ({ deviceId }, index) => html`<option
        value=${deviceId}
        .selected=${live(deviceId === chosenId)}
      >
        ${names[index]}
      </option>`,
    )}
  </select>`;
}
