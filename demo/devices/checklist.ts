/** One thing to try on a phone, because nothing else can show it. */
export interface ChecklistStep {
  /** Names it in what is kept; never changes. */
  readonly id: string;
  readonly title: string;
  /** What the person does. */
  readonly does: string;
  /** What should be seen then. */
  readonly expects: string;
}

/** What a phone alone can show, in an order that asks for the camera anew as seldom as it can; a quarter of an hour for all. */
export const CHECKLIST: readonly ChecklistStep[] = [
  {
    id: 'refuse',
    title: 'Refuse the camera',
    does: 'Press Start. When the phone asks for the camera, refuse.',
    expects:
      'The phone asks once. A card says that the camera is not allowed and where to allow it, or, where the question was only closed, to try again. No picture is shown.',
  },
  {
    id: 'allow',
    title: 'Allow it, and do a check',
    does: 'Allow the camera for this page in the browser’s settings, press “Try again”, and do what is asked.',
    expects:
      'The front camera shows you as a mirror does, inside the page and not over the whole screen, and moves by itself without another press. The check ends with “Check complete”; the camera’s light or dot goes out before that.',
  },
  {
    id: 'rotate',
    title: 'Turn the phone in the middle',
    does: 'Start another check. At the first movement that is asked, turn the phone on its side, and after the next one back.',
    expects:
      'The picture is upright at once, never stretched or lying. Oval, words and Cancel are on the screen. The check goes on, or asks you back into the oval once.',
  },
  {
    id: 'background',
    title: 'Go to another app and come back',
    does: 'Start a check. At a movement, go to the home screen, wait ten seconds, and come back.',
    expects:
      'The page is where it was, and was not loaded anew. The picture moves again and the check goes on; or a card says that the camera stopped, and “Try again” works. It never stands still without a word.',
  },
  {
    id: 'lock',
    title: 'Lock the screen',
    does: 'Start a check and wait for a minute without moving: the screen must stay on. Then lock the phone, unlock it, and come back.',
    expects:
      'The screen does not go dark by itself during the check. After unlocking it is as after another app: it goes on, or a card says why not.',
  },
  {
    id: 'call',
    title: 'Let another app take the camera',
    does: 'Start a check, open the phone’s own camera app, take a picture there, and come back. If somebody can call you: take a call too.',
    expects:
      'The check goes on, or a card says that the camera stopped or is busy. “Try again” opens it.',
  },
  {
    id: 'switch',
    title: 'Switch cameras',
    does: 'Start a check and choose another camera in the list over the picture, then the front one again. A phone that offers one camera only has no list.',
    expects:
      'Each name says which camera it is. The rear camera is not mirrored; the picture is there within two seconds, and the check ends well.',
  },
  {
    id: 'power',
    title: 'Save power',
    does: 'Switch the phone’s low power mode (iPhone) or battery saver (Android) on, load this page anew, and do a check.',
    expects: 'The picture plays by itself. The check is slower, and still ends well.',
  },
  {
    id: 'motion',
    title: 'Less motion',
    does: 'Switch “Reduce motion” (iPhone) or “Remove animations” (Android) on, come back, and do a check.',
    expects: 'The drawings of the movements stand still. Nothing slides or pulses.',
  },
  {
    id: 'text',
    title: 'Large and small letters',
    does: 'Make letters as large as they go (iPhone: aA in Safari; Android: text scaling in Chrome), do a check; then as small as they go.',
    expects:
      'Nothing is cut, nothing covers anything else, and nothing scrolls sideways. The instruction is wholly readable.',
  },
  {
    id: 'reader',
    title: 'With the screen reader',
    does: 'Switch VoiceOver (iPhone) or TalkBack (Android) on. Find Start and do a check by what you hear.',
    expects:
      'Each instruction and each hint is spoken once, soon enough to follow. You hear when a movement counted and when the check is over. Nothing that merely runs, such as time, is read.',
  },
  {
    id: 'in-app',
    title: 'Inside another app',
    does: 'Send yourself this page’s address in a messenger and open it there, without leaving that app. Press Start.',
    expects:
      'The report of that page says “inside an app: yes”. The check runs; or the card says to open the page in the browser, with words that fit.',
  },
  {
    id: 'cancel',
    title: 'Leave in the middle',
    does: 'Start a check and press Cancel at a movement. Start another one, and go back by the browser’s own button or gesture.',
    expects: 'The camera’s light or dot goes out at once, both times.',
  },
];
