import type { ConsentChoice } from '../controllers/consent-controller.ts';
import type { SpeechChoice } from '../controllers/speech-controller.ts';
import type { PrivacyFacts } from '../options/privacy-facts.ts';
import type { Term } from '../words/messages/messages.ts';
import type { Words } from '../words/slotted-words.ts';
import type { CameraChoice } from './camera-choice.ts';

/** What a view needs besides the state: words, the camera's picture, and where requests go. */
export interface ViewContext {
  /** Looks a text up in the language of the element; `localizer.lookUp`. */
  readonly term: Term;
  /** The same in a slot of its own: for everything that is seen, but no attribute. */
  readonly words: Words;
  /** Whether the words are in their language; `localizer.ready`. Until then nothing is shown. */
  readonly wordsReady: boolean;
  /** What a screen reader is to say now; `announcer.text`. */
  readonly said: string;
  /** Who gets the pictures, and for how long. */
  readonly privacy: PrivacyFacts;
  /** The live picture, owned by the camera stage; the views only place it. Absent while the camera is off. */
  readonly preview: HTMLVideoElement | undefined;
  /** Absent while the camera is off, and where there is only one to choose. */
  readonly cameraChoice: CameraChoice | undefined;
  /** How many gestures the check will ask for; 0 for a passive check. Shown before the start. */
  readonly gestureCount: number;
  /** Whether the person has asked for more time. */
  readonly moreTime: boolean;
  /** Whether another attempt would have a token of its own; else no button offers one. */
  readonly canRetry: boolean;
  /** Whether the page is shown inside an app, which may be what keeps the camera from it. */
  readonly inApp: boolean;
  /** Where a phone opens the check, as long as nobody has. */
  readonly phoneAddress: string | undefined;
  /** The person wants to do the check on a phone; absent where the page does not offer it. */
  readonly onHandOver: (() => void) | undefined;
  /** Absent where no consent is required. */
  readonly consent: ConsentChoice | undefined;
  /** Absent where speech is not offered. */
  readonly speech: SpeechChoice | undefined;
  /** The person pressed Start. */
  readonly onStart: () => void;
  /** The person pressed Cancel. */
  readonly onCancel: () => void;
  /** The person asked for another attempt, after an error or a cancel. */
  readonly onRetry: () => void;
  /** The person cannot do the gesture that is asked. */
  readonly onSwap: () => void;
  /** The person needs more time. */
  readonly onMoreTime: () => void;
  /** Something in the page's own markup was pressed, where that is another way than the check. */
  readonly onAlternative: () => void;
}
