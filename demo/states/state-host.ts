import { property } from 'lit/decorators.js';
import type { CheckState } from '../../src/check/check-state.ts';
import { type Circumstances, NodefluxLiveness } from '../../src/nodeflux-liveness.ts';
import type { CameraChoice } from '../../src/ui/views/camera-choice.ts';

/** What was pressed, as the event `pressed` tells it. */
type Pressed = 'start' | 'cancel' | 'retry' | 'swap' | 'more-time' | 'alternative' | 'hand-over';

/**
 * The element itself, in the state that it is given: for pictures and tests. Nothing runs behind it; what is pressed is
 * told by the event `pressed`.
 */
export class StateHost extends NodefluxLiveness {
  @property({ attribute: false }) preview: HTMLVideoElement | undefined;
  @property({ attribute: false }) cameraChoice: CameraChoice | undefined;
  @property({ attribute: false }) moreTime = false;
  @property({ attribute: false }) canRetry = true;
  @property({ attribute: false }) consent: Circumstances['consent'];
  @property({ attribute: false }) speech: Circumstances['speech'];
  @property({ attribute: false }) phoneAddress: string | undefined;
  @property({ attribute: false }) offersPhone = false;
  @property({ attribute: false }) inApp = false;
  @property({ attribute: false }) privacy: Circumstances['privacy'] = {
    recipient: 'Bank Satu',
    retentionDays: 0,
  };

  #given: CheckState = { name: 'idle' };

  override get state(): CheckState {
    return this.#given;
  }

  override set state(state: CheckState) {
    this.#given = state;
    this.requestUpdate();
  }

  // A page of sixty states loads no face tracker.
  override async preload(): Promise<void> {}

  protected override circumstances(): Circumstances {
    const report = (pressed: Pressed) => () => {
      this.dispatchEvent(new CustomEvent('pressed', { detail: pressed }));
    };
    return {
      privacy: this.privacy,
      preview: this.preview,
      cameraChoice: this.cameraChoice,
      gestureCount: this.gestureCount,
      moreTime: this.moreTime,
      canRetry: this.canRetry,
      inApp: this.inApp,
      phoneAddress: this.phoneAddress,
      onHandOver: this.offersPhone ? report('hand-over') : undefined,
      consent: this.consent,
      speech: this.speech,
      onStart: report('start'),
      onCancel: report('cancel'),
      onRetry: report('retry'),
      onSwap: report('swap'),
      onMoreTime: report('more-time'),
      onAlternative: report('alternative'),
    };
  }
}

customElements.define('state-host', StateHost);
