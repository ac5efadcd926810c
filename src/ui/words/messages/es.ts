import type { Messages } from './messages.ts';

/** Spanish, with usted, in words that are common to Spain and the Americas. */
export const es: Messages = {
  $code: 'es',
  $name: 'Español',
  $dir: 'ltr',

  'start.title': 'Una breve verificación facial',
  'start.lead': 'Sirve para comprobar que hay una persona real ante la cámara.',
  'start.duration': (seconds) => `Dura unos ${seconds} segundos`,
  'start.step-position': 'Coloque la cara dentro del óvalo',
  'start.step-gestures': (count) =>
    count === 1 ? 'Haga un pequeño movimiento' : `Haga ${count} pequeños movimientos`,
  'start.step-passive': 'No se mueva por un momento',
  'start.privacy': (recipient) =>
    `La cámara solo está encendida durante la verificación. ${recipient} recibe unas pocas fotos para comprobar que hay una persona real ante la cámara. No se graba ningún video.`,
  'start.privacy-deleted': 'Las fotos se borran una vez comprobadas.',
  'start.privacy-kept': (days) =>
    days === 1
      ? 'Las fotos se borran después de un día.'
      : `Las fotos se borran después de ${days} días.`,
  'start.privacy-unsaid':
    'El aviso de privacidad de esta página indica cuánto tiempo se guardan las fotos.',

  'preparing.title': 'Preparando todo',
  'preparing.permission': 'Permita el uso de la cámara si se le pregunta',
  'preparing.loading': (percent) => `Cargando… ${percent}\u00a0%`,

  'positioning.restarted': 'Se acabó el tiempo; empezamos de nuevo',
  'holding.detail': 'Mire directamente a la cámara',
  'gesture.step': (step, count) => `Paso ${step} de ${count}`,

  'action.handoff': 'Usar el teléfono',
  'handoff.title': 'Continúe en su teléfono',
  'handoff.scan':
    'Apunte la cámara del teléfono a este código y abra la dirección. Deje esta página abierta.',
  'handoff.address': 'O abra esta dirección en su teléfono:',
  'action.copy': 'Copiar la dirección',
  'handoff.copied': 'Dirección copiada',
  'handoff.running-title': 'Siga con su teléfono',
  'handoff.running': 'La verificación está abierta en su teléfono. Deje esta página abierta.',
  'submitting.title': 'Enviando sus fotos',
  'submitting.detail': 'La cámara está apagada. Por favor, no cierre esta página.',
  'judging.title': 'Comprobando sus fotos',
  'judging.detail': 'Suele tardar unos segundos.',
  'passed.title': 'Verificación completada',
  'passed.detail': 'Gracias. Puede continuar.',
  'sent.title': 'Gracias',
  'sent.detail': 'Su verificación se ha enviado. Se le comunicará el resultado.',
  'cancelled.title': 'Verificación cancelada',
  'cancelled.detail': 'La cámara está apagada. Puede empezar de nuevo cuando quiera.',

  'camera.choose': 'Cámara',
  'camera.front': 'Cámara frontal',
  'camera.back': 'Cámara trasera',
  'camera.numbered': (number) => `Cámara ${number}`,

  'action.start': 'Empezar',
  'action.cancel': 'Cancelar',
  'action.retry': 'Intentar de nuevo',
  'retry.reload': 'Para intentarlo de nuevo, recargue esta página.',
  'retry.in-app':
    '¿Está abierta esta página dentro de otra aplicación? Ábrala en su navegador desde el menú de esa aplicación e inténtelo allí.',
  'action.restart': 'Empezar de nuevo',
  'action.swap': 'No puedo hacer este',
  'action.more-time': 'Necesito más tiempo',
  'start.more-time': 'Ahora tiene más tiempo. No hay prisa.',
  'action.speak': 'Leer en voz alta',
  'action.fall-silent': 'Dejar de leer en voz alta',
  'consent.label': 'Acepto',
  'consent.missed': 'Primero debe aceptar.',
  'gesture.counted': 'Bien',

  'gesture.blink': 'Parpadee',
  'gesture.smile': 'Sonría',
  'gesture.turn-left': 'Gire la cara a la izquierda',
  'gesture.turn-right': 'Gire la cara a la derecha',
  'gesture.nod-up': 'Levante el mentón',
  'gesture.nod-down': 'Baje el mentón',
  'gesture.open-mouth': 'Abra la boca',
  'gesture.dot-up': 'Apunte con la nariz al punto: arriba',
  'gesture.dot-up-right': 'Apunte con la nariz al punto: arriba a la derecha',
  'gesture.dot-right': 'Apunte con la nariz al punto: a la derecha',
  'gesture.dot-down-right': 'Apunte con la nariz al punto: abajo a la derecha',
  'gesture.dot-down': 'Apunte con la nariz al punto: abajo',
  'gesture.dot-down-left': 'Apunte con la nariz al punto: abajo a la izquierda',
  'gesture.dot-left': 'Apunte con la nariz al punto: a la izquierda',
  'gesture.dot-up-left': 'Apunte con la nariz al punto: arriba a la izquierda',

  'hint.camera-black': 'La cámara solo muestra negro: abra su tapa',
  'hint.camera-plain': 'Destape la cámara',
  'hint.camera-frozen': 'La imagen está parada',
  'hint.no-face': 'Ponga la cara en el óvalo',
  'hint.multiple-faces': 'Solo una cara, por favor',
  'hint.too-dark': 'Busque más luz',
  'hint.too-bright': 'Demasiada luz: apártese de ella',
  'hint.move-closer': 'Acérquese',
  'hint.move-back': 'Aléjese un poco',
  'hint.move-left': 'Un poco a la izquierda',
  'hint.move-right': 'Un poco a la derecha',
  'hint.move-up': 'Un poco hacia arriba',
  'hint.move-down': 'Un poco hacia abajo',
  'hint.look-straight': 'Mire al frente',
  'hint.relax-face': 'Relaje la cara, boca cerrada',
  'hint.uncover-face': 'No se cubra la cara',
  'hint.eyes-closed': 'Abra los ojos',
  'hint.backlit': 'Gírese hacia la luz',
  'hint.blurred': 'No se mueva y limpie la lente',
  'hint.hold-still': 'No se mueva',
  'hint.turn-further': 'Un poco más',
  'hint.turn-less': 'Un poco menos',
  'hint.smile-wider': 'Sonría más',
  'hint.open-wider': 'Ábrala más',
  'hint.close-eyes-fully': 'Cierre los dos ojos del todo',
  'hint.more-slowly': 'Otra vez, un poco más despacio',

  'error.reference': (code) => `Código: ${code}`,
  'error.camera-denied.title': 'La cámara no está permitida',
  'error.camera-denied.action':
    'Permita la cámara para esta página en los ajustes de su navegador e inténtelo de nuevo.',
  'error.camera-dismissed.title': 'Aún no se ha permitido la cámara',
  'error.camera-dismissed.action':
    'Inténtelo de nuevo y elija «Permitir» cuando el navegador lo pregunte.',
  'error.camera-blocked-by-system.title': 'Su dispositivo no deja usar la cámara al navegador',
  'error.camera-blocked-by-system.action':
    'Permita la cámara para su navegador en los ajustes de privacidad del dispositivo e inténtelo de nuevo.',
  'error.camera-failed.title': 'No se pudo abrir la cámara',
  'error.camera-failed.action':
    'Inténtelo de nuevo, elija otra cámara o abra esta página en otro navegador.',
  'error.camera-blank.title': 'La cámara no mostró ninguna imagen',
  'error.camera-blank.action':
    'Abra la tapa de la cámara o elija otra cámara, e inténtelo de nuevo.',
  'error.camera-blocked-by-policy.title': 'La cámara está desactivada en esta página',
  'error.camera-blocked-by-policy.action':
    'No puede cambiarlo por su cuenta. Por favor, avise a los responsables de esta página.',
  'error.camera-in-use.title': 'La cámara está ocupada',
  'error.camera-in-use.action':
    'Cierre las demás aplicaciones y pestañas que usen la cámara, como las videollamadas, e inténtelo de nuevo.',
  'error.camera-missing.title': 'No se encontró ninguna cámara',
  'error.camera-missing.action':
    'Conecte una cámara e inténtelo de nuevo, o abra esta página en un teléfono que tenga cámara.',
  'error.camera-lost.title': 'La cámara se detuvo',
  'error.camera-lost.action':
    'Compruebe que la cámara está conectada y que ninguna otra aplicación la usa, e inténtelo de nuevo.',
  'error.insecure-context.title': 'La conexión de esta página no es segura',
  'error.insecure-context.action':
    'La cámara solo funciona en páginas seguras. Abra la dirección que empieza por https:// o avise a los responsables de esta página.',
  'error.unsupported-browser.title': 'Este navegador no admite la verificación',
  'error.unsupported-browser.action':
    'Actualice su navegador o abra esta página en una versión actual de Chrome, Edge, Firefox o Safari.',
  'error.canvas-scrambled.title': 'Este navegador altera la imagen de la cámara',
  'error.canvas-scrambled.action':
    'Lo hace su protección contra el rastreo por huella digital. Desactívela para esta página y vuelva a cargarla, o ábrala en otro navegador.',
  'error.assets-unreachable.title': 'No se pudo cargar la verificación',
  'error.assets-unreachable.action':
    'Compruebe que tiene conexión a internet e inténtelo de nuevo.',
  'error.assets-corrupt.title': 'No se pudo cargar la verificación',
  'error.assets-corrupt.action':
    'El problema está en esta página, no en su dispositivo. Por favor, avise a sus responsables.',
  'error.blocked-by-csp.title': 'No se pudo cargar la verificación',
  'error.blocked-by-csp.action':
    'El problema está en esta página, no en su dispositivo. Por favor, avise a sus responsables.',
  'error.tracker-failed.title': 'La verificación se detuvo',
  'error.tracker-failed.action':
    'Cierre otras aplicaciones y pestañas e inténtelo de nuevo. Si vuelve a ocurrir, use otro navegador.',
  'error.token-missing.title': 'No se pudo iniciar la verificación',
  'error.token-missing.action': 'Recargue la página. Si no se soluciona, avise a sus responsables.',
  'error.token-expired.title': 'La verificación tardó demasiado',
  'error.token-expired.action':
    'Por su seguridad, termina al cabo de unos minutos. Por favor, inténtelo de nuevo.',
  'error.token-used.title': 'Esta verificación ya se utilizó',
  'error.token-used.action':
    'Cada verificación sirve una sola vez. Inténtelo de nuevo para empezar otra.',
  'error.token-refused.title': 'No se pudo iniciar la verificación',
  'error.token-refused.action':
    'Quizá deba iniciar sesión de nuevo. Recargue la página. Si no se soluciona, avise a sus responsables.',
  'error.gesture-timeout.title': 'No pudimos ver el movimiento',
  'error.gesture-timeout.action':
    'Muévase despacio y con claridad, con buena luz en la cara, e inténtelo de nuevo.',
  'error.check-timeout.title': 'Se acabó el tiempo',
  'error.check-timeout.action':
    'Busque una luz uniforme, sostenga la cámara a la altura de los ojos y mantenga la cara en el óvalo, e inténtelo de nuevo.',
  'error.network.title': 'Sin conexión',
  'error.network.action': 'Compruebe que tiene conexión a internet e inténtelo de nuevo.',
  'error.too-many-requests.title': 'Demasiados intentos',
  'error.too-many-requests.action': 'Espere un momento e inténtelo de nuevo.',
  'error.pacing-unavailable.title': 'La verificación no puede hacerse aquí',
  'error.pacing-unavailable.action':
    'Por favor, avise a los responsables de esta página y deles el código de abajo.',
  'error.invalid-option.title': 'La verificación no puede hacerse aquí',
  'error.invalid-option.action':
    'Por favor, avise a los responsables de esta página y deles el código de abajo.',
  'error.answer-unexpected.title': 'No se pudo entender la respuesta',
  'error.answer-unexpected.action':
    'Algunas redes públicas piden iniciar sesión primero. Revise su conexión e inténtelo de nuevo. Si vuelve a ocurrir, avise a los responsables de esta página.',
  'error.redirect-refused.title': 'Detenido por su seguridad',
  'error.redirect-refused.action':
    'Por favor, avise a los responsables de esta página y deles el código de abajo.',
  'error.rejected.title': 'La verificación no se aceptó',
  'error.rejected.action':
    'Por favor, avise a los responsables de esta página y deles el código de abajo.',
  'error.result-unavailable.title': 'Aún no hay resultado',
  'error.result-unavailable.action':
    'Sus fotos llegaron. Es posible que se le comunique el resultado; si no, inténtelo de nuevo.',
  'error.no-face.title': 'Su cara no se veía bien en las fotos',
  'error.no-face.action':
    'Busque una luz uniforme y mantenga toda la cara en el óvalo, e inténtelo de nuevo.',
  'error.face-occluded.title': 'Algo le cubría la cara',
  'error.face-occluded.action':
    'Quítese la mascarilla, las gafas de sol o la gorra, aparte el pelo y las manos, e inténtelo de nuevo.',
  'error.multiple-faces.title': 'Había más de una cara',
  'error.multiple-faces.action': 'Asegúrese de que no se vea a nadie más e inténtelo de nuevo.',
  'error.not-live.title': 'No pudimos confirmar la verificación',
  'error.not-live.action':
    'Use su propia cara, no una foto ni una pantalla. Busque una luz uniforme e inténtelo de nuevo.',
  'error.internal.title': 'Algo salió mal',
  'error.internal.action':
    'No fue culpa suya. Por favor, inténtelo de nuevo. Si vuelve a ocurrir, avise a los responsables de esta página.',
  'error.analysis-failed.title': 'No se pudieron comprobar las fotos',
  'error.analysis-failed.action':
    'No fue culpa suya. Por favor, inténtelo de nuevo o vuelva un poco más tarde.',
};
