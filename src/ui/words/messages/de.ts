import type { Messages } from './messages.ts';

/** German, with Sie; short instructions in the neutral infinitive. */
export const de: Messages = {
  $code: 'de',
  $name: 'Deutsch',
  $dir: 'ltr',

  'start.title': 'Eine kurze Gesichtsprüfung',
  'start.lead': 'So stellen wir sicher, dass ein echter Mensch vor der Kamera ist.',
  'start.duration': (seconds) => `Dauert etwa ${seconds} Sekunden`,
  'start.step-position': 'Halten Sie Ihr Gesicht ins Oval',
  'start.step-gestures': (count) =>
    count === 1 ? 'Machen Sie eine kleine Bewegung' : `Machen Sie ${count} kleine Bewegungen`,
  'start.step-passive': 'Halten Sie einen Moment still',
  'start.privacy': (recipient) =>
    `Die Kamera ist nur während der Prüfung an. ${recipient} erhält einige Fotos, um festzustellen, dass ein echter Mensch vor der Kamera ist. Es wird kein Video aufgenommen.`,
  'start.privacy-deleted': 'Die Fotos werden nach der Prüfung gelöscht.',
  'start.privacy-kept': (days) =>
    days === 1
      ? 'Die Fotos werden nach einem Tag gelöscht.'
      : `Die Fotos werden nach ${days} Tagen gelöscht.`,
  'start.privacy-unsaid':
    'Wie lange die Fotos aufbewahrt werden, steht im Datenschutzhinweis dieser Seite.',

  'preparing.title': 'Wird vorbereitet',
  'preparing.permission': 'Erlauben Sie die Kamera, wenn Sie gefragt werden',
  'preparing.loading': (percent) => `Lädt… ${percent}\u00a0%`,

  'positioning.restarted': 'Die Zeit ist abgelaufen, wir fangen neu an',
  'holding.detail': 'Schauen Sie gerade in die Kamera',
  'gesture.step': (step, count) => `Schritt ${step} von ${count}`,

  'action.handoff': 'Lieber das Handy verwenden',
  'handoff.title': 'Weiter auf Ihrem Handy',
  'handoff.scan':
    'Richten Sie die Kamera des Handys auf diesen Code und öffnen Sie die Adresse. Lassen Sie diese Seite offen.',
  'handoff.address': 'Oder öffnen Sie diese Adresse auf Ihrem Handy:',
  'action.copy': 'Adresse kopieren',
  'handoff.copied': 'Adresse kopiert',
  'handoff.running-title': 'Machen Sie mit dem Handy weiter',
  'handoff.running': 'Die Prüfung ist auf Ihrem Handy geöffnet. Lassen Sie diese Seite offen.',
  'submitting.title': 'Ihre Fotos werden gesendet',
  'submitting.detail': 'Die Kamera ist aus. Bitte lassen Sie diese Seite geöffnet.',
  'judging.title': 'Ihre Fotos werden geprüft',
  'judging.detail': 'Das dauert meist nur wenige Sekunden.',
  'passed.title': 'Prüfung abgeschlossen',
  'passed.detail': 'Vielen Dank. Sie können fortfahren.',
  'sent.title': 'Vielen Dank',
  'sent.detail': 'Ihre Prüfung wurde gesendet. Das Ergebnis wird Ihnen mitgeteilt.',
  'cancelled.title': 'Prüfung abgebrochen',
  'cancelled.detail': 'Die Kamera ist aus. Sie können jederzeit neu beginnen.',

  'camera.choose': 'Kamera',
  'camera.front': 'Frontkamera',
  'camera.back': 'Rückkamera',
  'camera.numbered': (number) => `Kamera ${number}`,

  'action.start': 'Starten',
  'action.cancel': 'Abbrechen',
  'action.retry': 'Erneut versuchen',
  'retry.reload': 'Um es erneut zu versuchen, laden Sie diese Seite neu.',
  'retry.in-app':
    'Ist diese Seite in einer anderen App geöffnet? Öffnen Sie sie über das Menü der App in Ihrem Browser und versuchen Sie es dort.',
  'action.restart': 'Neu beginnen',
  'action.swap': 'Das kann ich nicht machen',
  'action.more-time': 'Ich brauche mehr Zeit',
  'start.more-time': 'Sie haben jetzt mehr Zeit. Lassen Sie sich Zeit.',
  'action.speak': 'Vorlesen',
  'action.fall-silent': 'Nicht mehr vorlesen',
  'consent.label': 'Ich stimme zu',
  'consent.missed': 'Bitte stimmen Sie zuerst zu.',
  'gesture.counted': 'Gut',

  'gesture.blink': 'Bitte blinzeln',
  'gesture.smile': 'Bitte lächeln',
  'gesture.turn-left': 'Kopf nach links drehen',
  'gesture.turn-right': 'Kopf nach rechts drehen',
  'gesture.nod-up': 'Kinn anheben',
  'gesture.nod-down': 'Kinn senken',
  'gesture.open-mouth': 'Mund öffnen',
  'gesture.dot-up': 'Nase zum Punkt: oben',
  'gesture.dot-up-right': 'Nase zum Punkt: oben rechts',
  'gesture.dot-right': 'Nase zum Punkt: rechts',
  'gesture.dot-down-right': 'Nase zum Punkt: unten rechts',
  'gesture.dot-down': 'Nase zum Punkt: unten',
  'gesture.dot-down-left': 'Nase zum Punkt: unten links',
  'gesture.dot-left': 'Nase zum Punkt: links',
  'gesture.dot-up-left': 'Nase zum Punkt: oben links',

  'hint.camera-black': 'Nur Schwarz zu sehen: Kamera-Abdeckung öffnen',
  'hint.camera-plain': 'Kamera freimachen',
  'hint.camera-frozen': 'Das Bild steht still',
  'hint.no-face': 'Gesicht ins Oval halten',
  'hint.multiple-faces': 'Bitte nur ein Gesicht',
  'hint.too-dark': 'Bitte mehr Licht',
  'hint.too-bright': 'Zu hell: bitte aus dem Licht',
  'hint.move-closer': 'Näher kommen',
  'hint.move-back': 'Etwas zurückgehen',
  'hint.move-left': 'Etwas nach links',
  'hint.move-right': 'Etwas nach rechts',
  'hint.move-up': 'Etwas nach oben',
  'hint.move-down': 'Etwas nach unten',
  'hint.look-straight': 'Geradeaus schauen',
  'hint.relax-face': 'Gesicht locker, Mund zu',
  'hint.uncover-face': 'Gesicht nicht verdecken',
  'hint.eyes-closed': 'Augen öffnen',
  'hint.backlit': 'Bitte zum Licht drehen',
  'hint.blurred': 'Stillhalten, Linse abwischen',
  'hint.hold-still': 'Stillhalten',
  'hint.turn-further': 'Noch ein wenig weiter',
  'hint.turn-less': 'Nicht ganz so weit',
  'hint.smile-wider': 'Lächeln Sie breiter',
  'hint.open-wider': 'Weiter öffnen',
  'hint.close-eyes-fully': 'Beide Augen ganz schließen',
  'hint.more-slowly': 'Noch einmal, etwas langsamer',

  'error.reference': (code) => `Code: ${code}`,
  'error.camera-denied.title': 'Die Kamera ist nicht erlaubt',
  'error.camera-denied.action':
    'Erlauben Sie die Kamera für diese Seite in den Einstellungen Ihres Browsers und versuchen Sie es erneut.',
  'error.camera-dismissed.title': 'Die Kamera wurde noch nicht erlaubt',
  'error.camera-dismissed.action':
    'Versuchen Sie es erneut und wählen Sie „Zulassen“, wenn Ihr Browser fragt.',
  'error.camera-blocked-by-system.title': 'Ihr Gerät sperrt die Kamera für den Browser',
  'error.camera-blocked-by-system.action':
    'Erlauben Sie die Kamera für Ihren Browser in den Datenschutzeinstellungen Ihres Geräts und versuchen Sie es erneut.',
  'error.camera-failed.title': 'Die Kamera ließ sich nicht öffnen',
  'error.camera-failed.action':
    'Versuchen Sie es erneut, wählen Sie eine andere Kamera oder öffnen Sie diese Seite in einem anderen Browser.',
  'error.camera-blank.title': 'Die Kamera zeigte kein Bild',
  'error.camera-blank.action':
    'Öffnen Sie die Abdeckung der Kamera oder wählen Sie eine andere Kamera und versuchen Sie es erneut.',
  'error.camera-blocked-by-policy.title': 'Die Kamera ist für diese Seite abgeschaltet',
  'error.camera-blocked-by-policy.action':
    'Sie können das nicht selbst ändern. Bitte wenden Sie sich an die Betreiber dieser Seite.',
  'error.camera-in-use.title': 'Die Kamera ist belegt',
  'error.camera-in-use.action':
    'Schließen Sie andere Apps und Tabs, die die Kamera nutzen, etwa Videoanrufe, und versuchen Sie es erneut.',
  'error.camera-missing.title': 'Keine Kamera gefunden',
  'error.camera-missing.action':
    'Schließen Sie eine Kamera an und versuchen Sie es erneut, oder öffnen Sie diese Seite auf einem Handy mit Kamera.',
  'error.camera-lost.title': 'Die Kamera wurde unterbrochen',
  'error.camera-lost.action':
    'Prüfen Sie, ob die Kamera angeschlossen ist und keine andere App sie nutzt, und versuchen Sie es erneut.',
  'error.insecure-context.title': 'Die Verbindung dieser Seite ist nicht sicher',
  'error.insecure-context.action':
    'Die Kamera geht nur auf sicheren Seiten. Öffnen Sie die Adresse, die mit https:// beginnt, oder wenden Sie sich an die Betreiber dieser Seite.',
  'error.unsupported-browser.title': 'Die Prüfung geht in diesem Browser nicht',
  'error.unsupported-browser.action':
    'Aktualisieren Sie Ihren Browser, oder öffnen Sie diese Seite in einem aktuellen Chrome, Edge, Firefox oder Safari.',
  'error.canvas-scrambled.title': 'Dieser Browser verändert das Kamerabild',
  'error.canvas-scrambled.action':
    'Das tut sein Schutz vor digitalen Fingerabdrücken. Schalten Sie ihn für diese Seite aus und laden Sie sie neu, oder öffnen Sie sie in einem anderen Browser.',
  'error.assets-unreachable.title': 'Die Prüfung konnte nicht geladen werden',
  'error.assets-unreachable.action':
    'Prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.',
  'error.assets-corrupt.title': 'Die Prüfung konnte nicht geladen werden',
  'error.assets-corrupt.action':
    'Der Fehler liegt an dieser Seite, nicht an Ihrem Gerät. Bitte wenden Sie sich an die Betreiber.',
  'error.blocked-by-csp.title': 'Die Prüfung konnte nicht geladen werden',
  'error.blocked-by-csp.action':
    'Der Fehler liegt an dieser Seite, nicht an Ihrem Gerät. Bitte wenden Sie sich an die Betreiber.',
  'error.tracker-failed.title': 'Die Prüfung wurde unterbrochen',
  'error.tracker-failed.action':
    'Schließen Sie andere Apps und Tabs und versuchen Sie es erneut. Hilft das nicht, nutzen Sie einen anderen Browser.',
  'error.token-missing.title': 'Die Prüfung konnte nicht starten',
  'error.token-missing.action':
    'Laden Sie die Seite neu. Hilft das nicht, wenden Sie sich an die Betreiber.',
  'error.token-expired.title': 'Die Prüfung hat zu lange gedauert',
  'error.token-expired.action':
    'Zu Ihrer Sicherheit endet sie nach einigen Minuten. Bitte versuchen Sie es erneut.',
  'error.token-used.title': 'Diese Prüfung wurde schon verwendet',
  'error.token-used.action':
    'Jede Prüfung gilt nur einmal. Bitte versuchen Sie es erneut, um eine neue zu beginnen.',
  'error.token-refused.title': 'Die Prüfung konnte nicht starten',
  'error.token-refused.action':
    'Vielleicht müssen Sie sich neu anmelden. Laden Sie die Seite neu. Hilft das nicht, wenden Sie sich an die Betreiber.',
  'error.gesture-timeout.title': 'Die Bewegung war nicht zu sehen',
  'error.gesture-timeout.action':
    'Bewegen Sie sich langsam und deutlich, mit gutem Licht auf dem Gesicht, und versuchen Sie es erneut.',
  'error.check-timeout.title': 'Die Zeit ist abgelaufen',
  'error.check-timeout.action':
    'Suchen Sie gleichmäßiges Licht, halten Sie die Kamera auf Augenhöhe und das Gesicht im Oval, und versuchen Sie es erneut.',
  'error.network.title': 'Keine Verbindung',
  'error.network.action': 'Prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.',
  'error.too-many-requests.title': 'Zu viele Versuche',
  'error.too-many-requests.action': 'Warten Sie einen Moment und versuchen Sie es erneut.',
  'error.pacing-unavailable.title': 'Die Prüfung ist hier nicht möglich',
  'error.pacing-unavailable.action':
    'Bitte wenden Sie sich an die Betreiber dieser Seite und nennen Sie den Code unten.',
  'error.invalid-option.title': 'Die Prüfung ist hier nicht möglich',
  'error.invalid-option.action':
    'Bitte wenden Sie sich an die Betreiber dieser Seite und nennen Sie den Code unten.',
  'error.answer-unexpected.title': 'Die Antwort war nicht zu verstehen',
  'error.answer-unexpected.action':
    'Manche öffentlichen Netze verlangen zuerst eine Anmeldung. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut. Geschieht es wieder, wenden Sie sich an die Betreiber dieser Seite.',
  'error.redirect-refused.title': 'Zu Ihrer Sicherheit angehalten',
  'error.redirect-refused.action':
    'Bitte wenden Sie sich an die Betreiber dieser Seite und nennen Sie den Code unten.',
  'error.rejected.title': 'Die Prüfung wurde nicht angenommen',
  'error.rejected.action':
    'Bitte wenden Sie sich an die Betreiber dieser Seite und nennen Sie den Code unten.',
  'error.result-unavailable.title': 'Das Ergebnis liegt noch nicht vor',
  'error.result-unavailable.action':
    'Ihre Fotos sind angekommen. Vielleicht wird Ihnen das Ergebnis noch mitgeteilt; falls nicht, versuchen Sie es bitte erneut.',
  'error.no-face.title': 'Ihr Gesicht war auf den Fotos nicht deutlich',
  'error.no-face.action':
    'Suchen Sie gleichmäßiges Licht, halten Sie das ganze Gesicht im Oval und versuchen Sie es erneut.',
  'error.face-occluded.title': 'Ihr Gesicht war verdeckt',
  'error.face-occluded.action':
    'Nehmen Sie Maske, Sonnenbrille oder Mütze ab, halten Sie Haare und Hände fern und versuchen Sie es erneut.',
  'error.multiple-faces.title': 'Es war mehr als ein Gesicht zu sehen',
  'error.multiple-faces.action':
    'Achten Sie darauf, dass niemand sonst im Bild ist, und versuchen Sie es erneut.',
  'error.not-live.title': 'Wir konnten die Prüfung nicht bestätigen',
  'error.not-live.action':
    'Zeigen Sie Ihr eigenes Gesicht, kein Foto und keinen Bildschirm. Suchen Sie gleichmäßiges Licht und versuchen Sie es erneut.',
  'error.internal.title': 'Etwas ist schiefgelaufen',
  'error.internal.action':
    'Es lag nicht an Ihnen. Bitte versuchen Sie es erneut. Passiert es wieder, wenden Sie sich an die Betreiber dieser Seite.',
  'error.analysis-failed.title': 'Die Fotos konnten nicht geprüft werden',
  'error.analysis-failed.action':
    'Es lag nicht an Ihnen. Bitte versuchen Sie es erneut oder kommen Sie etwas später wieder.',
};
