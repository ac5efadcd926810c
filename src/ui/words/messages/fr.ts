import type { Messages } from './messages.ts';

/** French, with vous. */
export const fr: Messages = {
  $code: 'fr',
  $name: 'Français',
  $dir: 'ltr',

  'start.title': 'Une rapide vérification du visage',
  'start.lead': 'Elle permet de s’assurer qu’une vraie personne est devant la caméra.',
  'start.duration': (seconds) => `Environ ${seconds} secondes`,
  'start.step-position': 'Placez votre visage dans l’ovale',
  'start.step-gestures': (count) =>
    count === 1 ? 'Faites un petit mouvement' : `Faites ${count} petits mouvements`,
  'start.step-passive': 'Ne bougez pas un instant',
  'start.privacy': (recipient) =>
    `La caméra n’est allumée que pendant la vérification. ${recipient} reçoit quelques photos pour s’assurer qu’une vraie personne est devant la caméra. Aucune vidéo n’est enregistrée.`,
  'start.privacy-deleted': 'Les photos sont supprimées une fois vérifiées.',
  'start.privacy-kept': (days) =>
    days === 1
      ? 'Les photos sont supprimées au bout d’un jour.'
      : `Les photos sont supprimées au bout de ${days} jours.`,
  'start.privacy-unsaid':
    'La notice de confidentialité de cette page indique combien de temps les photos sont conservées.',

  'preparing.title': 'Préparation en cours',
  'preparing.permission': 'Autorisez la caméra si on vous le demande',
  'preparing.loading': (percent) => `Chargement… ${percent}\u202f%`,

  'positioning.restarted': 'Le temps est écoulé, nous recommençons',
  'holding.detail': 'Regardez droit vers la caméra',
  'gesture.step': (step, count) => `Étape ${step} sur ${count}`,

  'action.handoff': 'Utiliser plutôt votre téléphone',
  'handoff.title': 'Continuez sur votre téléphone',
  'handoff.scan':
    'Visez ce code avec l’appareil photo du téléphone et ouvrez l’adresse. Laissez cette page ouverte.',
  'handoff.address': 'Ou ouvrez cette adresse sur votre téléphone :',
  'action.copy': 'Copier l’adresse',
  'handoff.copied': 'Adresse copiée',
  'handoff.running-title': 'Continuez avec votre téléphone',
  'handoff.running': 'La vérification est ouverte sur votre téléphone. Laissez cette page ouverte.',
  'submitting.title': 'Envoi de vos photos',
  'submitting.detail': 'La caméra est éteinte. Merci de ne pas fermer cette page.',
  'judging.title': 'Vérification de vos photos',
  'judging.detail': 'Cela prend généralement quelques secondes.',
  'passed.title': 'Vérification terminée',
  'passed.detail': 'Merci. Vous pouvez continuer.',
  'sent.title': 'Merci',
  'sent.detail': 'Votre vérification a été envoyée. Le résultat vous sera communiqué.',
  'cancelled.title': 'Vérification annulée',
  'cancelled.detail': 'La caméra est éteinte. Vous pouvez recommencer quand vous voulez.',

  'camera.choose': 'Caméra',
  'camera.front': 'Caméra avant',
  'camera.back': 'Caméra arrière',
  'camera.numbered': (number) => `Caméra ${number}`,

  'action.start': 'Commencer',
  'action.cancel': 'Annuler',
  'action.retry': 'Réessayer',
  'retry.reload': 'Pour réessayer, rechargez cette page.',
  'retry.in-app':
    'Cette page est-elle ouverte dans une autre application ? Ouvrez-la dans votre navigateur depuis le menu de cette application, puis réessayez.',
  'action.restart': 'Recommencer',
  'action.swap': 'Je ne peux pas faire ce geste',
  'action.more-time': 'J’ai besoin de plus de temps',
  'start.more-time': 'Vous avez maintenant plus de temps. Rien ne presse.',
  'action.speak': 'Lire à voix haute',
  'action.fall-silent': 'Arrêter la lecture',
  'consent.label': 'J’accepte',
  'consent.missed': 'Veuillez d’abord accepter.',
  'gesture.counted': 'Très bien',

  'gesture.blink': 'Clignez des yeux',
  'gesture.smile': 'Souriez',
  'gesture.turn-left': 'Tournez la tête à gauche',
  'gesture.turn-right': 'Tournez la tête à droite',
  'gesture.nod-up': 'Levez le menton',
  'gesture.nod-down': 'Baissez le menton',
  'gesture.open-mouth': 'Ouvrez la bouche',
  'gesture.dot-up': 'Pointez le nez vers le point : en haut',
  'gesture.dot-up-right': 'Pointez le nez vers le point : en haut à droite',
  'gesture.dot-right': 'Pointez le nez vers le point : à droite',
  'gesture.dot-down-right': 'Pointez le nez vers le point : en bas à droite',
  'gesture.dot-down': 'Pointez le nez vers le point : en bas',
  'gesture.dot-down-left': 'Pointez le nez vers le point : en bas à gauche',
  'gesture.dot-left': 'Pointez le nez vers le point : à gauche',
  'gesture.dot-up-left': 'Pointez le nez vers le point : en haut à gauche',

  'hint.camera-black': 'La caméra ne montre que du noir : ouvrez son cache',
  'hint.camera-plain': 'Dégagez la caméra',
  'hint.camera-frozen': 'L’image est figée',
  'hint.no-face': 'Mettez-vous dans l’ovale',
  'hint.multiple-faces': 'Un seul visage, merci',
  'hint.too-dark': 'Trouvez plus de lumière',
  'hint.too-bright': 'Trop clair, évitez la lumière',
  'hint.move-closer': 'Approchez-vous',
  'hint.move-back': 'Reculez un peu',
  'hint.move-left': 'Un peu à gauche',
  'hint.move-right': 'Un peu à droite',
  'hint.move-up': 'Un peu plus haut',
  'hint.move-down': 'Un peu plus bas',
  'hint.look-straight': 'Regardez droit devant',
  'hint.relax-face': 'Visage détendu, bouche fermée',
  'hint.uncover-face': 'Dégagez votre visage',
  'hint.eyes-closed': 'Ouvrez les yeux',
  'hint.backlit': 'Tournez-vous vers la lumière',
  'hint.blurred': 'Ne bougez pas, essuyez l’objectif',
  'hint.hold-still': 'Ne bougez pas',
  'hint.turn-further': 'Encore un peu',
  'hint.turn-less': 'Un peu moins loin',
  'hint.smile-wider': 'Souriez davantage',
  'hint.open-wider': 'Ouvrez plus grand',
  'hint.close-eyes-fully': 'Fermez bien les deux yeux',
  'hint.more-slowly': 'Encore une fois, un peu plus lentement',

  'error.reference': (code) => `Code\u00a0: ${code}`,
  'error.camera-denied.title': 'La caméra n’est pas autorisée',
  'error.camera-denied.action':
    'Autorisez la caméra pour cette page dans les réglages de votre navigateur, puis réessayez.',
  'error.camera-dismissed.title': 'La caméra n’a pas encore été autorisée',
  'error.camera-dismissed.action':
    'Réessayez et choisissez « Autoriser » quand votre navigateur le demande.',
  'error.camera-blocked-by-system.title': 'Votre appareil bloque la caméra pour le navigateur',
  'error.camera-blocked-by-system.action':
    'Autorisez la caméra pour votre navigateur dans les réglages de confidentialité de l’appareil, puis réessayez.',
  'error.camera-failed.title': 'La caméra n’a pas pu s’ouvrir',
  'error.camera-failed.action':
    'Réessayez, choisissez une autre caméra ou ouvrez cette page dans un autre navigateur.',
  'error.camera-blank.title': 'La caméra n’a montré aucune image',
  'error.camera-blank.action':
    'Ouvrez le cache de la caméra ou choisissez une autre caméra, puis réessayez.',
  'error.camera-blocked-by-policy.title': 'La caméra est désactivée pour cette page',
  'error.camera-blocked-by-policy.action':
    'Vous ne pouvez pas changer cela vous-même. Merci de prévenir les responsables de cette page.',
  'error.camera-in-use.title': 'La caméra est occupée',
  'error.camera-in-use.action':
    'Fermez les autres applications et onglets qui utilisent la caméra, comme les appels vidéo, puis réessayez.',
  'error.camera-missing.title': 'Aucune caméra trouvée',
  'error.camera-missing.action':
    'Branchez une caméra et réessayez, ou ouvrez cette page sur un téléphone qui en a une.',
  'error.camera-lost.title': 'La caméra s’est arrêtée',
  'error.camera-lost.action':
    'Vérifiez que la caméra est branchée et qu’aucune autre application ne l’utilise, puis réessayez.',
  'error.insecure-context.title': 'La connexion de cette page n’est pas sécurisée',
  'error.insecure-context.action':
    'La caméra ne fonctionne que sur les pages sécurisées. Ouvrez l’adresse qui commence par https:// ou prévenez les responsables de cette page.',
  'error.unsupported-browser.title': 'Ce navigateur ne permet pas la vérification',
  'error.unsupported-browser.action':
    'Mettez votre navigateur à jour, ou ouvrez cette page dans une version récente de Chrome, Edge, Firefox ou Safari.',
  'error.canvas-scrambled.title': 'Ce navigateur modifie l’image de la caméra',
  'error.canvas-scrambled.action':
    'C’est sa protection contre le pistage par empreinte numérique. Désactivez-la pour cette page et rechargez-la, ou ouvrez-la dans un autre navigateur.',
  'error.assets-unreachable.title': 'La vérification n’a pas pu se charger',
  'error.assets-unreachable.action': 'Vérifiez que vous êtes en ligne, puis réessayez.',
  'error.assets-corrupt.title': 'La vérification n’a pas pu se charger',
  'error.assets-corrupt.action':
    'Le problème vient de cette page, pas de votre appareil. Merci de prévenir ses responsables.',
  'error.blocked-by-csp.title': 'La vérification n’a pas pu se charger',
  'error.blocked-by-csp.action':
    'Le problème vient de cette page, pas de votre appareil. Merci de prévenir ses responsables.',
  'error.tracker-failed.title': 'La vérification s’est arrêtée',
  'error.tracker-failed.action':
    'Fermez les autres applications et onglets, puis réessayez. Si cela se reproduit, utilisez un autre navigateur.',
  'error.token-missing.title': 'La vérification n’a pas pu commencer',
  'error.token-missing.action':
    'Rechargez la page. Si cela ne suffit pas, prévenez ses responsables.',
  'error.token-expired.title': 'La vérification a pris trop de temps',
  'error.token-expired.action':
    'Pour votre sécurité, elle prend fin après quelques minutes. Veuillez réessayer.',
  'error.token-used.title': 'Cette vérification a déjà servi',
  'error.token-used.action':
    'Chaque vérification ne sert qu’une fois. Réessayez pour en commencer une autre.',
  'error.token-refused.title': 'La vérification n’a pas pu commencer',
  'error.token-refused.action':
    'Il faut peut-être vous reconnecter. Rechargez la page. Si cela ne suffit pas, prévenez ses responsables.',
  'error.gesture-timeout.title': 'Nous n’avons pas vu le mouvement',
  'error.gesture-timeout.action':
    'Bougez lentement et nettement, le visage bien éclairé, puis réessayez.',
  'error.check-timeout.title': 'Le temps est écoulé',
  'error.check-timeout.action':
    'Trouvez une lumière uniforme, tenez la caméra à hauteur des yeux et gardez le visage dans l’ovale, puis réessayez.',
  'error.network.title': 'Pas de connexion',
  'error.network.action': 'Vérifiez que vous êtes en ligne, puis réessayez.',
  'error.too-many-requests.title': 'Trop de tentatives',
  'error.too-many-requests.action': 'Patientez un instant, puis réessayez.',
  'error.pacing-unavailable.title': 'La vérification ne peut pas se faire ici',
  'error.pacing-unavailable.action':
    'Merci de prévenir les responsables de cette page en leur donnant le code ci-dessous.',
  'error.invalid-option.title': 'La vérification ne peut pas se faire ici',
  'error.invalid-option.action':
    'Merci de prévenir les responsables de cette page en leur donnant le code ci-dessous.',
  'error.answer-unexpected.title': 'La réponse n’a pas pu être comprise',
  'error.answer-unexpected.action':
    'Certains réseaux publics demandent d’abord une connexion. Vérifiez votre accès à Internet, puis réessayez. Si cela se reproduit, prévenez les responsables de cette page.',
  'error.redirect-refused.title': 'Interrompu pour votre sécurité',
  'error.redirect-refused.action':
    'Merci de prévenir les responsables de cette page en leur donnant le code ci-dessous.',
  'error.rejected.title': 'La vérification n’a pas été acceptée',
  'error.rejected.action':
    'Merci de prévenir les responsables de cette page en leur donnant le code ci-dessous.',
  'error.result-unavailable.title': 'Le résultat n’est pas encore là',
  'error.result-unavailable.action':
    'Vos photos sont bien arrivées. Le résultat vous sera peut-être communiqué\u00a0; sinon, veuillez réessayer.',
  'error.no-face.title': 'Votre visage n’était pas net sur les photos',
  'error.no-face.action':
    'Trouvez une lumière uniforme et gardez tout le visage dans l’ovale, puis réessayez.',
  'error.face-occluded.title': 'Quelque chose couvrait votre visage',
  'error.face-occluded.action':
    'Retirez masque, lunettes de soleil ou casquette, écartez les cheveux et les mains, puis réessayez.',
  'error.multiple-faces.title': 'Il y avait plus d’un visage',
  'error.multiple-faces.action':
    'Assurez-vous que personne d’autre n’apparaît à l’image, puis réessayez.',
  'error.not-live.title': 'Nous n’avons pas pu confirmer la vérification',
  'error.not-live.action':
    'Montrez votre propre visage, pas une photo ni un écran. Trouvez une lumière uniforme, puis réessayez.',
  'error.internal.title': 'Un problème est survenu',
  'error.internal.action':
    'Ce n’est pas votre faute. Veuillez réessayer. Si cela se reproduit, prévenez les responsables de cette page.',
  'error.analysis-failed.title': 'Les photos n’ont pas pu être vérifiées',
  'error.analysis-failed.action':
    'Ce n’est pas votre faute. Veuillez réessayer, ou revenir un peu plus tard.',
};
