import { LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { openJpegEncoder, startEncodeWorker } from './capture/jpeg-encoder.ts';
import { type FreeGestureName, GESTURE_NAMES } from './challenge/gesture.ts';
import { BROWSER_PARTS } from './check/browser-parts.ts';
import type { CheckOptions, CheckParts } from './check/check-options.ts';
import type { CheckState } from './check/check-state.ts';
import { checkSupport, type Support } from './face/check-support.ts';
import type { Runtime } from './face/face-assets.ts';
import { isInApp } from './face/in-app-browser.ts';
import type { LoadProgress } from './face/load-progress.ts';
import { PAGE_TRACKERS } from './face/page-tracker.ts';
import { type ResultProvider, resultProviderFor } from './submission/await-verdict.ts';
import { handOffClientFor } from './submission/hand-off-client.ts';
import { type Pacing, pacingFor } from './submission/pacing.ts';
import type { TokenProvider } from './submission/token-source.ts';
import { AnnouncerController } from './ui/controllers/announcer-controller.ts';
import {
  CheckController,
  type CheckHost,
  type HandOffHost,
} from './ui/controllers/check-controller.ts';
import { ConsentController } from './ui/controllers/consent-controller.ts';
import { CustomStatesController, mayUseCamera } from './ui/controllers/custom-states-controller.ts';
import { FocusController } from './ui/controllers/focus-controller.ts';
import { InViewController } from './ui/controllers/in-view-controller.ts';
import { PersonPlace } from './ui/controllers/person-place.ts';
import { PreloadController } from './ui/controllers/preload-controller.ts';
import { RenderedController } from './ui/controllers/rendered-controller.ts';
import { SpeechController } from './ui/controllers/speech-controller.ts';
import { TokenController } from './ui/controllers/token-controller.ts';
import { optionConverter } from './ui/options/option.ts';
import {
  OPTIONS,
  readOptions,
  shownGestureCount,
  shownOption,
  startsByItself,
} from './ui/options/options.ts';
import { privacyFacts } from './ui/options/privacy-facts.ts';
import { styles } from './ui/styles/styles.ts';
import { renderState } from './ui/views/render-state.ts';
import type { ViewContext } from './ui/views/view-context.ts';
import { announcement } from './ui/words/announcement.ts';
import { Localizer } from './ui/words/localizer.ts';
import type { Messages } from './ui/words/messages/messages.ts';
import { VERSION } from './version.ts';

/** What the views are given beside the state and the words. @internal */
export type Circumstances = Omit<ViewContext, 'term' | 'words' | 'wordsReady' | 'said'>;

/**
 * Proves that a live person is at the camera: asks for a few random gestures, captures the evidence and submits it.
 * Camera, guidance and submission live in its shadow root; the verdict is for your backend to read.
 *
 * @summary Active liveness check: camera, random gestures, evidence, submission.
 * @element nodeflux-liveness
 *
 * @fires {LivenessSuccessEvent} liveness-success - The images are submitted and, with a result provider, judged live. `detail`: `{jobId, images, paced, camera, consent?, verdict?}`.
 * @fires {LivenessErrorEvent} liveness-error - The check failed; the person sees why and a way on. `detail`: `{code, message, retryable, errors, error, jobId?}`.
 * @fires {LivenessStateEvent} liveness-state - The check is in another state, or something in its state changed. `detail`: `{ state }`.
 * @fires {LivenessGestureEvent} liveness-gesture - A gesture was seen. `detail`: `{ gesture, index, count }`, the index from 0.
 * @fires {LivenessTokenNeededEvent} liveness-token-needed - The next attempt needs a token and there is no way to one: set `submissionToken`, or `respondWith(token)`. `detail`: `{reason}`.
 * @fires {LivenessAlternativeEvent} liveness-alternative - Something in the slot `alternative` was pressed. `detail`: `{ during, code? }`.
 * @fires {LivenessCancelEvent} liveness-cancel - The person or the page cancelled. `detail`: `{ during }`, the state in which.
 *
 * @slot start.title - And so on: every text has a slot with the name of its key (docs/languages.md), for markup in its place.
 * @slot alternative - A button or a link to another way than a face check, on the start screen and where a check failed.
 * @slot privacy - Who gets the images, what for and how long, on the start screen.
 * @slot consent - What the person agrees to, beside the box; with `require-consent`.
 *
 * @csspart base - Everything inside the element.
 * @csspart card - The screens without a camera.
 * @csspart emblem - The picture at the top of a card.
 * @csspart title - The title of a card.
 * @csspart text - The text of a card.
 * @csspart steps - The list of what will happen.
 * @csspart duration - How long it takes.
 * @csspart error-code - The error code, in small print.
 * @csspart button - Every button.
 * @csspart primary-button - The button that goes on.
 * @csspart cancel-button - The button that cancels.
 * @csspart stage - The screens with the camera.
 * @csspart camera - The box of the camera's picture.
 * @csspart overlay - The veil with the oval and the ring.
 * @csspart guidance - The words over the camera.
 * @csspart instruction - What to do.
 * @csspart detail - What keeps it from being seen.
 * @csspart drawing - The drawing of the gesture.
 * @csspart praise - The word that says that a gesture counted.
 * @csspart consent - The box and its label; with `require-consent`.
 * @csspart consent-needed - What is said when Start is pressed without it.
 * @csspart swap-button - “I can’t do this one”.
 * @csspart more-time-button - “I need more time”.
 * @csspart handoff-button - “Use your phone instead”; with `handoff-url`.
 * @csspart handoff-code - The code with the address for the phone.
 * @csspart handoff-address - The address, to type or to copy.
 * @csspart copy-button - Copies the address.
 * @csspart speech-button - Has the instructions read aloud; with `spoken-guidance`.
 * @csspart camera-chooser - The list of cameras, where there is more than one.
 * @csspart footer - The line below the camera.
 * @csspart progress - Which step of how many.
 *
 * @cssState idle - Nothing runs.
 * @cssState preparing - The camera is being asked for and the face tracker is loading.
 * @cssState positioning - The person brings the face into the oval.
 * @cssState holding - The neutral face is being taken.
 * @cssState gesture - A gesture is asked for.
 * @cssState handoff - The check runs on a phone.
 * @cssState submitting - The images are on their way.
 * @cssState judging - The verdict is awaited.
 * @cssState done - Finished.
 * @cssState failed - Failed.
 * @cssState cancelled - Cancelled.
 * @cssState camera - The camera may be on: in the states from `preparing` to `gesture`.
 *
 * @cssprop --nodeflux-accent - Main button, ring, and links between the person and the next step.
 * @cssprop --nodeflux-on-accent - Text on the main button.
 * @cssprop --nodeflux-surface - The element's ground.
 * @cssprop --nodeflux-text - Titles and text.
 * @cssprop --nodeflux-muted-text - Secondary text.
 * @cssprop --nodeflux-line - Hairlines and the empty ring.
 * @cssprop --nodeflux-overlay-color - The veil around the oval.
 * @cssprop --nodeflux-guidance-color - The instruction over the camera.
 * @cssprop --nodeflux-guidance-background - Ground of the instruction; keeps it legible over any picture.
 * @cssprop --nodeflux-ring-track-color - The part of the ring that is still to come.
 * @cssprop --nodeflux-attention - Hints that ask for a correction.
 * @cssprop --nodeflux-success - Passed.
 * @cssprop --nodeflux-danger - Failed.
 * @cssprop --nodeflux-radius - Corners of the camera and of the buttons.
 * @cssprop --nodeflux-max-width - Widest that the element grows.
 * @cssprop --nodeflux-reserved-height - Height that the page needs beside the element on one screen, as for a header that stays; the picture is lower by it.
 *
 * @example
 * ```ts
 * import { NodefluxLiveness } from 'nodeflux-liveness';
 * const support = NodefluxLiveness.checkSupport();
 * const element = document.createElement('nodeflux-liveness');
 * element.tokenUrl = '/liveness/token';
 * element.resultUrl = '/liveness/result';
 * element.addEventListener('liveness-success', ({ detail }) => console.info(detail.jobId));
 * element.addEventListener('liveness-error', ({ detail }) => console.warn(detail.code));
 * if (support.supported) document.body.append(element);
 * ```
 */
export class NodefluxLiveness extends LitElement implements CheckHost {
  static override styles = styles;

  /** The version of the package that this class comes from. */
  static readonly version: string = VERSION;

  /** Whether the check can run in this browser; opens no camera and spends no token. */
  static checkSupport(): Support {
    return checkSupport();
  }

  /** One-time token from your backend. It serves one check, for 5 minutes; prefer {@link tokenProvider}, which also serves retries. */
  @property({ attribute: 'submission-token' }) submissionToken: string | undefined;

  /** Fetches a token from your backend; called when a check starts, and again for each retry. */
  @property({ attribute: false }) tokenProvider: TokenProvider | undefined;

  /** Your backend's token endpoint, asked by POST for each attempt; `tokenProvider` comes before it, `submission-token` after. */
  @property({ attribute: 'token-url' }) tokenUrl: string | undefined;

  /** Base URL of the service: the vendor's cloud, a proxy of yours, or the self-hosted service. */
  @property({ attribute: 'api-url' }) apiUrl = 'https://api.identifai.id';

  /** Your backend's result endpoint; the job id is appended. With it the page can show the verdict. */
  @property({ attribute: 'result-url' }) resultUrl: string | undefined;

  /**
   * Your backend's endpoint for a check on a phone, `…/handoff` of `createLivenessHandler`. With it, people at a screen are
   * offered a code for their phone, and this page ends with the job of that check.
   */
  @property({ attribute: 'handoff-url' }) handoffUrl: string | undefined;

  /** Asks your backend for the verdict; comes before `result-url`. */
  @property({ attribute: false }) resultProvider: ResultProvider | undefined;

  /** Gestures that may be asked, separated by spaces. A service that paces the session chooses by itself. */
  @property({ converter: optionConverter(OPTIONS.gestures) }) gestures: readonly FreeGestureName[] =
    GESTURE_NAMES;

  /** How many gestures are asked, 1 to 10. A service that paces the session decides by itself. */
  @property({ attribute: 'gesture-count', converter: optionConverter(OPTIONS.gestureCount) })
  gestureCount = 3;

  /** Asks for no gestures: hold still, capture, submit. Only for services that judge a single image. */
  @property({ converter: optionConverter(OPTIONS.passive) }) passive = false;

  /** Score from which the service calls a check live, 0 to 1. */
  @property({ converter: optionConverter(OPTIONS.threshold) }) threshold = 0.7;

  /** Longest time from the first gesture to the last, in milliseconds. */
  @property({ converter: optionConverter(OPTIONS.timeoutMs) }) timeout = 15_000;

  /** Longest time for one gesture, in milliseconds. */
  @property({
    attribute: 'gesture-tolerance',
    converter: optionConverter(OPTIONS.gestureToleranceMs),
  })
  gestureTolerance = 3000;

  /** Whether the neutral image must have light, sharpness and pixels enough; `image-quality-filter="off"` takes any. */
  @property({
    attribute: 'image-quality-filter',
    converter: optionConverter(OPTIONS.imageQualityFilter),
  })
  imageQualityFilter = true;

  /**
   * Whether the service chooses the gestures, one at a time: `off`, `offered` (drawn in the page where the service does
   * not) or `required`. Unless given, `off` for the vendor's own cloud and `required` for any other service.
   */
  @property({ converter: optionConverter(OPTIONS.pacing) }) pacing: Pacing | undefined;

  /** Folder that serves all that is fetched, `dist/assets` of this package; next to the module unless given. */
  @property({ attribute: 'asset-url' }) assetUrl: string | undefined;

  /** The face landmarker bundle, if not the one of this package. */
  @property({ attribute: 'model-url' }) modelUrl: string | undefined;

  /**
   * Which WebAssembly runtime is loaded: `small`, what the face tracker runs of MediaPipe's, with the whole one to fall
   * back on, or `whole` at once.
   */
  @property({ converter: optionConverter(OPTIONS.runtime) }) runtime: Runtime = 'small';

  /** Asks the person to agree to what the slots `privacy` and `consent` say before the camera opens. */
  @property({ attribute: 'require-consent', converter: optionConverter(OPTIONS.requireConsent) })
  requireConsent = false;

  /** Who gets the images, as people know them, for the default privacy notice; the host of `api-url` unless given. */
  @property() recipient: string | undefined;

  /** Days after which the images are deleted, 0 for as soon as they are checked, for the default privacy notice. */
  @property({ attribute: 'retention-days', converter: optionConverter(OPTIONS.retentionDays) })
  retentionDays: number | undefined;

  /** Offers a button that has the instructions read aloud, where the device has a voice of its own for the language. */
  @property({ attribute: 'spoken-guidance', converter: optionConverter(OPTIONS.spokenGuidance) })
  spokenGuidance = false;

  /** Starts the check as soon as the element is on the page. Not with `require-consent`: the person comes first. */
  @property({ converter: optionConverter(OPTIONS.autostart) }) autostart = false;

  /** Texts that replace those of the language, one by one. */
  @property({ attribute: false }) texts: Partial<Messages> | undefined;

  readonly #check = new CheckController(this);
  readonly #tokens = new TokenController(this);
  readonly #tracker = PAGE_TRACKERS.lease();
  readonly #localizer = new Localizer(
    this,
    () => this.texts,
    () => this.assetUrl,
  );
  readonly #consent = new ConsentController(this, () =>
    shownOption(OPTIONS.requireConsent, this.requireConsent),
  );
  readonly #announcer = new AnnouncerController(this, () =>
    announcement(this.state, this.circumstances().moreTime, this.#localizer.lookUp),
  );
  readonly #speech = new SpeechController(this, {
    offered: () => shownOption(OPTIONS.spokenGuidance, this.spokenGuidance),
    speech: () => ({
      text: this.#announcer.text,
      lang: this.#localizer.lang(),
    }),
  });

  readonly #rendered: RenderedController;

  constructor() {
    super();
    const place = new PersonPlace(this);
    new FocusController(this, place);
    new InViewController(this, place);
    new PreloadController(this);
    new CustomStatesController(this, () => this.state);
    // Nobody can see that the camera is on when its picture is not rendered.
    this.#rendered = new RenderedController(
      this,
      () => mayUseCamera(this.state),
      () => this.cancel(),
    );
  }

  /** Where the check is. */
  get state(): CheckState {
    return this.#check.state;
  }

  /** Begins a check, as the start button does. Does nothing while one runs, off the page, or without a required consent. */
  start(): void {
    if (this.isConnected && this.#consent.admits()) this.#check.start();
  }

  /** Ends the running check; the camera goes off. Does nothing when none runs. */
  cancel(): void {
    this.#check.cancel();
  }

  /**
   * Loads and warms up the face tracker, so that the check starts at once.
   * @throws {LivenessError} `assets-unreachable`, `assets-corrupt`, `unsupported-browser` or `tracker-failed`
   */
  async preload(onProgress: LoadProgress = () => undefined): Promise<void> {
    await this.#tracker.acquire(this, onProgress);
  }

  /** @internal */
  checkOptions(): Omit<CheckOptions, 'requests'> {
    const options = readOptions(this);
    const { resultUrl } = options;
    return {
      fetchToken: this.#tokens.source(),
      apiUrl: options.apiUrl,
      gestures: options.gestures,
      gestureCount: options.passive ? 0 : options.gestureCount,
      threshold: options.threshold,
      timeoutMs: options.timeoutMs,
      gestureToleranceMs: options.gestureToleranceMs,
      imageQualityFilter: options.imageQualityFilter,
      pacing: pacingFor(options.pacing, options.apiUrl, document.baseURI),
      consentText: this.#consent.text,
      askResult: this.resultProvider ?? (resultUrl ? resultProviderFor(resultUrl) : undefined),
    };
  }

  /** @internal */
  checkParts(): CheckParts {
    return {
      ...BROWSER_PARTS,
      openSession: (connection, ...rest) => {
        this.#tokens.spend(connection.token);
        return BROWSER_PARTS.openSession(connection, ...rest);
      },
      submit: (submission, ...rest) => {
        this.#tokens.spend(submission.token);
        return BROWSER_PARTS.submit(submission, ...rest);
      },
      acquireTracker: (onProgress) => this.#tracker.acquire(this, onProgress),
      openEncoder: () => openJpegEncoder(() => startEncodeWorker(this.assetUrl)),
    };
  }

  /** @internal */
  handOff(): HandOffHost {
    const { handoffUrl } = readOptions(this);
    return { client: handOffClientFor(handoffUrl ?? ''), language: this.#localizer.lang() };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tracker.release();
  }

  /** Style sheets belong to a document: in another one the element needs new ones of that document. */
  adoptedCallback(): void {
    const { defaultView: view } = this.ownerDocument;
    if (!this.shadowRoot || !view) return;
    this.shadowRoot.adoptedStyleSheets = NodefluxLiveness.elementStyles.map((style) => {
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync('cssText' in style ? style.cssText : '');
      return sheet;
    });
  }

  protected override firstUpdated(): void {
    if (startsByItself(this)) this.#rendered.onceRendered(() => this.start());
  }

  protected override render(): TemplateResult {
    return renderState(this.state, {
      ...this.circumstances(),
      term: this.#localizer.lookUp,
      wordsReady: this.#localizer.ready,
      said: this.#announcer.text,
    });
  }

  /** A phone is not sent to another phone. */
  #maySendToPhone(): boolean {
    if (shownOption(OPTIONS.handoffUrl, this.handoffUrl) === undefined) return false;
    return !matchMedia('(hover: none) and (pointer: coarse)').matches;
  }

  /** What the views show beside the state and the words. @internal */
  protected circumstances(): Circumstances {
    return {
      privacy: privacyFacts(
        this.recipient,
        shownOption(OPTIONS.retentionDays, this.retentionDays),
        shownOption(OPTIONS.apiUrl, this.apiUrl),
        document.baseURI,
      ),
      preview: this.#check.preview,
      cameraChoice: this.#check.cameraChoice,
      gestureCount: shownGestureCount(this),
      moreTime: this.#check.moreTime,
      canRetry: this.#tokens.isReady,
      inApp: isInApp(navigator.userAgent),
      phoneAddress: this.#check.phoneAddress,
      onHandOver: this.#maySendToPhone() ? () => this.#check.handOver() : undefined,
      consent: this.#consent.choice,
      speech: this.#speech.choice,
      onStart: () => this.start(),
      onCancel: () => this.cancel(),
      onRetry: () => this.start(),
      onSwap: () => this.#check.swap(),
      onMoreTime: () => this.#check.askMoreTime(),
      onAlternative: () => this.#check.tellAlternative(),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nodeflux-liveness': NodefluxLiveness;
  }
}
