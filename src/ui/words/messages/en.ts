import type { Messages } from './messages.ts';

/** English, and the language of last resort. */
export const en: Messages = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr',

  'start.title': 'A quick face check',
  'start.lead': 'This makes sure that a real person is at the camera.',
  'start.duration': (seconds) => `Takes about ${seconds} seconds`,
  'start.step-position': 'Hold your face in the oval',
  'start.step-gestures': (count) =>
    count === 1 ? 'Make one small movement' : `Make ${count} small movements`,
  'start.step-passive': 'Hold still for a moment',
  'start.privacy': (recipient) =>
    `The camera is on only during the check. ${recipient} gets a few still pictures, to see that a real person is at the camera. No video is recorded.`,
  'start.privacy-deleted': 'The pictures are deleted once they have been checked.',
  'start.privacy-kept': (days) =>
    days === 1
      ? 'The pictures are deleted after one day.'
      : `The pictures are deleted after ${days} days.`,
  'start.privacy-unsaid': 'The privacy notice of this page says how long the pictures are kept.',

  'preparing.title': 'Getting ready',
  'preparing.permission': 'Allow the camera if your browser asks',
  'preparing.loading': (percent) => `Loading… ${percent}%`,

  'positioning.restarted': 'Time ran out, so we are starting over',
  'holding.detail': 'Look straight at the camera',
  'gesture.step': (step, count) => `Step ${step} of ${count}`,

  'action.handoff': 'Use your phone instead',
  'handoff.title': 'Continue on your phone',
  'handoff.scan':
    'Point your phone’s camera at this code and open the address. Keep this page open.',
  'handoff.address': 'Or open this address on your phone:',
  'action.copy': 'Copy the address',
  'handoff.copied': 'Address copied',
  'handoff.running-title': 'Go on with your phone',
  'handoff.running': 'The check is open on your phone. Keep this page open.',
  'submitting.title': 'Sending your pictures',
  'submitting.detail': 'Your camera is off. Please keep this page open.',
  'judging.title': 'Checking your pictures',
  'judging.detail': 'This usually takes a few seconds.',
  'passed.title': 'Check complete',
  'passed.detail': 'Thank you. You can continue.',
  'sent.title': 'Thank you',
  'sent.detail': 'Your check has been sent. You will be told the result.',
  'cancelled.title': 'Check cancelled',
  'cancelled.detail': 'Your camera is off. You can start again whenever you like.',

  'camera.choose': 'Camera',
  'camera.front': 'Front camera',
  'camera.back': 'Rear camera',
  'camera.numbered': (number) => `Camera ${number}`,

  'action.start': 'Start',
  'action.cancel': 'Cancel',
  'action.retry': 'Try again',
  'retry.reload': 'To try again, reload this page.',
  'retry.in-app':
    'Is this page open inside another app? Open it in your browser from that app’s menu, and try there.',
  'action.restart': 'Start again',
  'action.swap': 'I can’t do this one',
  'action.more-time': 'I need more time',
  'start.more-time': 'You have more time now. There is no hurry.',
  'action.speak': 'Read aloud',
  'action.fall-silent': 'Stop reading aloud',
  'consent.label': 'I agree',
  'consent.missed': 'Please agree first.',
  'gesture.counted': 'Good',

  'gesture.blink': 'Blink your eyes',
  'gesture.smile': 'Smile',
  'gesture.turn-left': 'Turn your head left',
  'gesture.turn-right': 'Turn your head right',
  'gesture.nod-up': 'Lift your chin',
  'gesture.nod-down': 'Lower your chin',
  'gesture.open-mouth': 'Open your mouth',
  'gesture.dot-up': 'Point your nose at the dot: up',
  'gesture.dot-up-right': 'Point your nose at the dot: up right',
  'gesture.dot-right': 'Point your nose at the dot: right',
  'gesture.dot-down-right': 'Point your nose at the dot: down right',
  'gesture.dot-down': 'Point your nose at the dot: down',
  'gesture.dot-down-left': 'Point your nose at the dot: down left',
  'gesture.dot-left': 'Point your nose at the dot: left',
  'gesture.dot-up-left': 'Point your nose at the dot: up left',

  'hint.camera-black': 'The camera shows only black: open its cover',
  'hint.camera-plain': 'Uncover the camera',
  'hint.camera-frozen': 'The picture stands still',
  'hint.no-face': 'Put your face in the oval',
  'hint.multiple-faces': 'Only one face, please',
  'hint.too-dark': 'Find more light',
  'hint.too-bright': 'Too bright: move out of the light',
  'hint.move-closer': 'Come closer',
  'hint.move-back': 'Move back a little',
  'hint.move-left': 'Move left a little',
  'hint.move-right': 'Move right a little',
  'hint.move-up': 'Move up a little',
  'hint.move-down': 'Move down a little',
  'hint.look-straight': 'Look straight ahead',
  'hint.relax-face': 'Relax your face, mouth closed',
  'hint.uncover-face': 'Keep your face uncovered',
  'hint.eyes-closed': 'Open your eyes',
  'hint.backlit': 'Turn so that the light falls on your face',
  'hint.blurred': 'Hold still, and wipe the camera lens',
  'hint.hold-still': 'Hold still',
  'hint.turn-further': 'A little further',
  'hint.turn-less': 'Not quite so far',
  'hint.smile-wider': 'A wider smile',
  'hint.open-wider': 'Open wider',
  'hint.close-eyes-fully': 'Close both eyes fully',
  'hint.more-slowly': 'Once more, a little slower',

  'error.reference': (code) => `Code: ${code}`,
  'error.camera-denied.title': 'The camera is not allowed',
  'error.camera-denied.action':
    'Allow the camera for this page in your browser’s settings, then try again.',
  'error.camera-dismissed.title': 'The camera was not allowed yet',
  'error.camera-dismissed.action': 'Try again, and choose “Allow” when your browser asks.',
  'error.camera-blocked-by-system.title': 'Your device keeps the camera from the browser',
  'error.camera-blocked-by-system.action':
    'Allow the camera for your browser in your device’s privacy settings, then try again.',
  'error.camera-failed.title': 'The camera could not be opened',
  'error.camera-failed.action':
    'Try again, choose another camera, or open this page in another browser.',
  'error.camera-blank.title': 'The camera showed no picture',
  'error.camera-blank.action': 'Open the camera’s cover, or choose another camera, then try again.',
  'error.camera-blocked-by-policy.title': 'The camera is switched off for this page',
  'error.camera-blocked-by-policy.action':
    'You cannot change this yourself. Please tell the people who run this page.',
  'error.camera-in-use.title': 'The camera is busy',
  'error.camera-in-use.action':
    'Close other apps and tabs that use the camera, such as video calls, then try again.',
  'error.camera-missing.title': 'No camera was found',
  'error.camera-missing.action':
    'Connect a camera and try again, or open this page on a phone that has one.',
  'error.camera-lost.title': 'The camera stopped',
  'error.camera-lost.action':
    'Make sure that the camera is connected and that no other app takes it, then try again.',
  'error.insecure-context.title': 'This page’s connection is not secure',
  'error.insecure-context.action':
    'Browsers allow the camera only on secure pages. Open the address that begins with https://, or tell the people who run this page.',
  'error.unsupported-browser.title': 'This browser cannot run the check',
  'error.unsupported-browser.action':
    'Update your browser, or open this page in a current Chrome, Edge, Firefox or Safari.',
  'error.canvas-scrambled.title': 'This browser changes what the camera shows',
  'error.canvas-scrambled.action':
    'Its protection against fingerprinting does that. Switch it off for this page and load the page again, or open it in another browser.',
  'error.assets-unreachable.title': 'The check could not load',
  'error.assets-unreachable.action': 'Make sure that you are online, then try again.',
  'error.assets-corrupt.title': 'The check could not load',
  'error.assets-corrupt.action':
    'Something is wrong with this page, not with your device. Please tell the people who run it.',
  'error.blocked-by-csp.title': 'The check could not load',
  'error.blocked-by-csp.action':
    'Something is wrong with this page, not with your device. Please tell the people who run it.',
  'error.tracker-failed.title': 'The check stopped working',
  'error.tracker-failed.action':
    'Close other apps and tabs to make room, then try again. If it happens again, use another browser.',
  'error.token-missing.title': 'The check could not start',
  'error.token-missing.action':
    'Reload the page. If that does not help, tell the people who run it.',
  'error.token-expired.title': 'The check took too long',
  'error.token-expired.action': 'For your safety it ends after a few minutes. Please try again.',
  'error.token-used.title': 'This check was already used',
  'error.token-used.action': 'Each check counts once. Please try again to begin a new one.',
  'error.token-refused.title': 'The check could not start',
  'error.token-refused.action':
    'You may have to sign in again. Reload the page. If that does not help, tell the people who run it.',
  'error.gesture-timeout.title': 'We could not see the movement',
  'error.gesture-timeout.action':
    'Move slowly and clearly, with good light on your face, then try again.',
  'error.check-timeout.title': 'Time ran out',
  'error.check-timeout.action':
    'Find even light, hold the camera at eye level and keep your face in the oval, then try again.',
  'error.network.title': 'No connection',
  'error.network.action': 'Make sure that you are online, then try again.',
  'error.too-many-requests.title': 'Too many attempts',
  'error.too-many-requests.action': 'Wait a moment and try again.',
  'error.pacing-unavailable.title': 'The check cannot run here',
  'error.pacing-unavailable.action':
    'Please tell the people who run this page and give them the code below.',
  'error.invalid-option.title': 'The check cannot run here',
  'error.invalid-option.action':
    'Please tell the people who run this page and give them the code below.',
  'error.answer-unexpected.title': 'The answer could not be understood',
  'error.answer-unexpected.action':
    'Some public networks ask you to sign in first. Check your connection, then try again. If it happens again, tell the people who run this page.',
  'error.redirect-refused.title': 'Stopped for your safety',
  'error.redirect-refused.action':
    'Please tell the people who run this page and give them the code below.',
  'error.rejected.title': 'The check was not accepted',
  'error.rejected.action': 'Please tell the people who run this page and give them the code below.',
  'error.result-unavailable.title': 'The result is not here yet',
  'error.result-unavailable.action':
    'Your pictures arrived. You may still be told the result; if not, please try again.',
  'error.no-face.title': 'Your face was not clear in the pictures',
  'error.no-face.action': 'Find even light and keep your whole face in the oval, then try again.',
  'error.face-occluded.title': 'Something covered your face',
  'error.face-occluded.action':
    'Take off your mask, sunglasses or cap, keep hair and hands away, then try again.',
  'error.multiple-faces.title': 'There was more than one face',
  'error.multiple-faces.action': 'Make sure that nobody else is in view, then try again.',
  'error.not-live.title': 'We could not confirm the check',
  'error.not-live.action':
    'Use your own face, not a photo or a screen. Find even light, then try again.',
  'error.internal.title': 'Something went wrong',
  'error.internal.action':
    'This was not your fault. Please try again. If it happens again, tell the people who run this page.',
  'error.analysis-failed.title': 'The pictures could not be checked',
  'error.analysis-failed.action':
    'This was not your fault. Please try again, or come back a little later.',
};
