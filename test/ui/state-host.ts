/// <reference types="mocha" />
import { LitElement } from 'lit';
import type { SessionState } from '../../src/session/session-state.ts';
import { announcement } from '../../src/ui/announcement.ts';
import { Announcer } from '../../src/ui/announcer.ts';
import type { CameraChoice } from '../../src/ui/camera-choice.ts';
import { FocusKeeper } from '../../src/ui/focus-keeper.ts';
import { Localizer } from '../../src/ui/localizer.ts';
import type { Messages } from '../../src/ui/messages/messages.ts';
import type { PrivacyFacts } from '../../src/ui/privacy-facts.ts';
import { renderState } from '../../src/ui/render-state.ts';
import { styles } from '../../src/ui/styles.ts';
import type { ViewContext } from '../../src/ui/view-context.ts';

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

  declare state: SessionState;
  declare texts: Partial<Messages> | undefined;
  declare preview: HTMLVideoElement | undefined;
  declare cameraChoice: CameraChoice | undefined;
  declare gestureCount: number;
  declare moreTime: boolean;
  declare consent: ViewContext['consent'];
  declare speech: ViewContext['speech'];

  declare privacy: PrivacyFacts;

  readonly #localizer = new Localizer(this, () => this.texts);
  readonly #announcer = new Announcer(this, () =>
    announcement(this.state, this.moreTime, this.#localizer.lookUp),
  );

  constructor() {
    super();
    this.state = { name: 'idle' };
    this.gestureCount = 3;
    this.moreTime = false;
    this.privacy = { recipient: 'Bank Satu', retentionDays: 0 };
    new FocusKeeper(this);
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
