/// <reference types="mocha" />
import { LitElement } from 'lit';
import type { CheckState } from '../../src/check/check-state.ts';
import { AnnouncerController } from '../../src/ui/controllers/announcer-controller.ts';
import { FocusController } from '../../src/ui/controllers/focus-controller.ts';
import type { PrivacyFacts } from '../../src/ui/options/privacy-facts.ts';
import { styles } from '../../src/ui/styles/styles.ts';
import type { CameraChoice } from '../../src/ui/views/camera-choice.ts';
import { renderState } from '../../src/ui/views/render-state.ts';
import type { ViewContext } from '../../src/ui/views/view-context.ts';
import { announcement } from '../../src/ui/words/announcement.ts';
import { Localizer } from '../../src/ui/words/localizer.ts';
import type { Messages } from '../../src/ui/words/messages/messages.ts';

/** The smallest host of the views: shows the state that it is given and reports what was pressed. */
export class StateHost extends LitElement {
  static override styles = styles;
  static override properties = {
    state: { attribute: false },
    texts: { attribute: false },
    preview: { attribute: false },
    cameraChoice: { attribute: false },
    gestureCount: { attribute: false },
    moreTime: { attribute: false },
    consent: { attribute: false },
    speech: { attribute: false },
    privacy: { attribute: false },
  };

  declare state: CheckState;
  declare texts: Partial<Messages> | undefined;
  declare preview: HTMLVideoElement | undefined;
  declare cameraChoice: CameraChoice | undefined;
  declare gestureCount: number;
  declare moreTime: boolean;
  declare consent: ViewContext['consent'];
  declare speech: ViewContext['speech'];

  declare privacy: PrivacyFacts;

  readonly #localizer = new Localizer(this, () => this.texts);
  readonly #announcer = new AnnouncerController(this, () =>
    announcement(this.state, this.moreTime, this.#localizer.lookUp),
  );

  constructor() {
    super();
    this.state = { name: 'idle' };
    this.gestureCount = 3;
    this.moreTime = false;
    this.privacy = { recipient: 'Bank Satu', retentionDays: 0 };
    new FocusController(this);
  }

  override render() {
    const report = (pressed: string) => () => {
      this.dispatchEvent(new CustomEvent('pressed', { detail: pressed }));
    };
    return renderState(this.state, {
      term: this.#localizer.lookUp,
      wordsReady: this.#localizer.ready,
      said: this.#announcer.text,
      privacy: this.privacy,
      preview: this.preview,
      cameraChoice: this.cameraChoice,
      gestureCount: this.gestureCount,
      moreTime: this.moreTime,
      consent: this.consent,
      speech: this.speech,
      onStart: report('start'),
      onCancel: report('cancel'),
      onRetry: report('retry'),
      onSwap: report('swap'),
      onMoreTime: report('more-time'),
    });
  }
}

customElements.define('state-host', StateHost);
