import type { Messages } from './messages.ts';

/** Javanese, in krama that is widely understood. */
export const jv: Messages = {
  $code: 'jv',
  $name: 'Basa Jawa',
  $dir: 'ltr',

  'start.title': 'Priksa pasuryan sekedhap',
  'start.lead': 'Punika kangge mesthekaken bilih panjenengan saestu wonten ing ngajeng kamera.',
  'start.duration': (seconds) => `Namung betah kirang langkung ${seconds} detik`,
  'start.step-position': 'Papanaken pasuryan ing oval',
  'start.step-gestures': (count) => `Nindakaken ${count} obahan prasaja`,
  'start.step-passive': 'Kendel sekedhap, ampun obah',
  'start.privacy': (recipient) =>
    `Kamera namung murub nalika mriksa. Sawetawis foto dipunkirim dhateng ${recipient} kangge mesthekaken bilih wonten tiyang saestu ing ngajengipun kamera. Boten wonten video ingkang dipunrekam.`,
  'start.privacy-deleted': 'Foto dipunbusak sasampunipun dipunpriksa.',
  'start.privacy-kept': (days) => `Foto dipunbusak sasampunipun ${days} dinten.`,
  'start.privacy-unsaid':
    'Pinten dangunipun foto dipunsimpen kaserat ing kabijakan privasi kaca menika.',

  'preparing.title': 'Saweg dipunsiyapaken',
  'preparing.permission': 'Paringana idin kamera menawi dipunsuwuni',
  'preparing.loading': (percent) => `Ngemot… ${percent}%`,

  'positioning.restarted': 'Wekdalipun telas, wiwiti malih',
  'holding.detail': 'Mangga mirsani kamera',
  'gesture.step': (step, count) => `Langkah ${step} saking ${count}`,

  'action.handoff': 'Nganggo ponsel wae',
  'handoff.title': 'Terusna ing ponsel panjenengan',
  'handoff.scan':
    'Arahna kamera ponsel menyang kode iki, banjur bukak alamate. Kaca iki aja ditutup.',
  'handoff.address': 'Utawa bukak alamat iki ing ponsel panjenengan:',
  'action.copy': 'Salin alamat',
  'handoff.copied': 'Alamat wis disalin',
  'handoff.running-title': 'Terusna nganggo ponsel panjenengan',
  'handoff.running': 'Pamriksan wis mbukak ing ponsel panjenengan. Kaca iki aja ditutup.',
  'submitting.title': 'Ngirim foto panjenengan',
  'submitting.detail': 'Kamera sampun pejah. Nyuwun tulung kaca punika ampun dipuntutup.',
  'judging.title': 'Mriksa foto panjenengan',
  'judging.detail': 'Limrahipun namung sawetawis detik.',
  'passed.title': 'Priksa sampun rampung',
  'passed.detail': 'Matur nuwun. Mangga dipunlajengaken.',
  'sent.title': 'Matur nuwun',
  'sent.detail': 'Priksa panjenengan sampun dipunkirim. Asilipun badhe dipunaturaken.',
  'cancelled.title': 'Priksa dipunbatalaken',
  'cancelled.detail': 'Kamera sampun pejah. Panjenengan saged miwiti malih kapan kemawon.',

  'camera.choose': 'Pilih kamera',
  'camera.front': 'Kamera ngajeng',
  'camera.back': 'Kamera wingking',
  'camera.numbered': (number) => `Kamera ${number}`,

  'action.start': 'Wiwiti',
  'action.cancel': 'Batalaken',
  'action.retry': 'Cobi malih',
  'retry.reload': 'Kangge nyobi malih, mot malih kaca punika.',
  'retry.in-app':
    'Punapa kaca punika kabikak ing salebeting aplikasi sanes? Bikak ing peramban panjenengan lumantar menu aplikasi kasebut, lajeng cobi wonten mriku.',
  'action.restart': 'Wiwiti malih',
  'action.swap': 'Kula boten saged nindakaken punika',
  'action.more-time': 'Kula betah wekdal langkung dangu',
  'start.more-time': 'Wekdalipun sapunika langkung panjang. Mangga, boten sisah kesesa.',
  'action.speak': 'Waosaken pitedah',
  'action.fall-silent': 'Kendel maos',
  'consent.label': 'Kula sarujuk',
  'consent.missed': 'Nyuwun sarujuk panjenengan rumiyin.',
  'gesture.counted': 'Sae',

  'gesture.blink': 'Mangga ngedhep',
  'gesture.smile': 'Mangga mesem',
  'gesture.turn-left': 'Mangga noleh ngiwa',
  'gesture.turn-right': 'Mangga noleh nengen',
  'gesture.nod-up': 'Mangga ndangak',
  'gesture.nod-down': 'Mangga ndhingkluk',
  'gesture.open-mouth': 'Tutukipun dipunbikak',
  'gesture.dot-up': 'Mangga irungipun dipunarahaken dhateng titik: nginggil',
  'gesture.dot-up-right': 'Mangga irungipun dipunarahaken dhateng titik: tengen nginggil',
  'gesture.dot-right': 'Mangga irungipun dipunarahaken dhateng titik: tengen',
  'gesture.dot-down-right': 'Mangga irungipun dipunarahaken dhateng titik: tengen ngandhap',
  'gesture.dot-down': 'Mangga irungipun dipunarahaken dhateng titik: ngandhap',
  'gesture.dot-down-left': 'Mangga irungipun dipunarahaken dhateng titik: kiwa ngandhap',
  'gesture.dot-left': 'Mangga irungipun dipunarahaken dhateng titik: kiwa',
  'gesture.dot-up-left': 'Mangga irungipun dipunarahaken dhateng titik: kiwa nginggil',

  'hint.camera-black': 'Kamera namung nedahaken cemeng: bukak tutupipun',
  'hint.camera-plain': 'Bukak tutup kamera',
  'hint.camera-frozen': 'Gambar mandheg',
  'hint.no-face': 'Papanaken pasuryan ing oval',
  'hint.multiple-faces': 'Namung satunggal pasuryan',
  'hint.too-dark': 'Pados papan langkung padhang',
  'hint.too-bright': 'Kepadhangen, ngiyub sekedhap',
  'hint.move-closer': 'Mangga langkung celak',
  'hint.move-back': 'Mundur sekedhik',
  'hint.move-left': 'Geser ngiwa sekedhik',
  'hint.move-right': 'Geser nengen sekedhik',
  'hint.move-up': 'Geser minggah sekedhik',
  'hint.move-down': 'Geser mandhap sekedhik',
  'hint.look-straight': 'Mangga mirsani ngajeng',
  'hint.relax-face': 'Pasuryan lerem, tutuk mingkem',
  'hint.uncover-face': 'Pasuryan ampun katutupan',
  'hint.eyes-closed': 'Mangga melek',
  'hint.backlit': 'Mangga majeng dhateng cahya',
  'hint.blurred': 'Ampun obah, resiki lensa kamera',
  'hint.hold-still': 'Ampun obah',
  'hint.turn-further': 'Sekedhik malih',
  'hint.turn-less': 'Sampun tebih-tebih',
  'hint.smile-wider': 'Mesem langkung wiyar',
  'hint.open-wider': 'Dipunbikak langkung wiyar',
  'hint.close-eyes-fully': 'Mripat kalih dipunpejamaken sedaya',
  'hint.more-slowly': 'Sepindhah malih, langkung alon',

  'error.reference': (code) => `Kode: ${code}`,
  'error.camera-denied.title': 'Kamera dereng dipunidini',
  'error.camera-denied.action':
    'Paringana idin kamera kangge kaca punika ing setelan peramban, lajeng cobi malih.',
  'error.camera-dismissed.title': 'Kamera dereng dipunidini',
  'error.camera-dismissed.action':
    'Cobi malih, lajeng pilih “Izinkan” nalika peramban nyuwun idin.',
  'error.camera-blocked-by-system.title': 'Piranti panjenengan mblokir kamera kangge peramban',
  'error.camera-blocked-by-system.action':
    'Paringana idin kamera kangge peramban ing setelan privasi piranti, lajeng cobi malih.',
  'error.camera-failed.title': 'Kamera mboten saged dipunbikak',
  'error.camera-failed.action':
    'Cobi malih, pilih kamera sanes, utawi bikak kaca punika ing peramban sanes.',
  'error.camera-blank.title': 'Kamera mboten nedahaken gambar',
  'error.camera-blank.action': 'Bukak tutup kamera, utawi pilih kamera sanes, lajeng cobi malih.',
  'error.camera-blocked-by-policy.title': 'Kamera dipunpejahi kangge kaca punika',
  'error.camera-blocked-by-policy.action':
    'Panjenengan boten saged ngewahi piyambak. Mangga sanjang dhateng ingkang ngurus kaca punika.',
  'error.camera-in-use.title': 'Kamera saweg dipunginakaken',
  'error.camera-in-use.action':
    'Tutup aplikasi utawi tab sanes ingkang ngginakaken kamera, kados panggilan video, lajeng cobi malih.',
  'error.camera-missing.title': 'Kamera boten kepanggih',
  'error.camera-missing.action':
    'Sambungaken kamera lajeng cobi malih, utawi bikak kaca punika ing HP ingkang wonten kameranipun.',
  'error.camera-lost.title': 'Kamera mandheg',
  'error.camera-lost.action':
    'Pesthekaken kamera kasambung lan boten dipunginakaken aplikasi sanes, lajeng cobi malih.',
  'error.insecure-context.title': 'Sambungan kaca punika boten aman',
  'error.insecure-context.action':
    'Kamera namung saged dipunginakaken ing kaca ingkang aman. Bikak alamat ingkang kawiwitan https://, utawi sanjang dhateng ingkang ngurus kaca punika.',
  'error.unsupported-browser.title': 'Peramban punika boten saged kangge mriksa',
  'error.unsupported-browser.action':
    'Anyari peramban panjenengan, utawi bikak kaca punika ing Chrome, Edge, Firefox utawi Safari ingkang paling enggal.',
  'error.canvas-scrambled.title': 'Peramban punika ngéwahi gambar kamera',
  'error.canvas-scrambled.action':
    'Punika amargi pangayomanipun saking sidik digital. Patèni pangayoman punika kangge kaca punika lajeng bikak malih, utawi bikak kaca punika ing peramban sanès.',
  'error.assets-unreachable.title': 'Priksa boten saged dipunmot',
  'error.assets-unreachable.action': 'Pesthekaken wonten sambungan internet, lajeng cobi malih.',
  'error.assets-corrupt.title': 'Priksa boten saged dipunmot',
  'error.assets-corrupt.action':
    'Ingkang kirang leres kaca punika, sanes piranti panjenengan. Mangga sanjang dhateng ingkang ngurus.',
  'error.blocked-by-csp.title': 'Priksa boten saged dipunmot',
  'error.blocked-by-csp.action':
    'Ingkang kirang leres kaca punika, sanes piranti panjenengan. Mangga sanjang dhateng ingkang ngurus.',
  'error.tracker-failed.title': 'Priksa mandheg',
  'error.tracker-failed.action':
    'Tutup aplikasi lan tab sanes, lajeng cobi malih. Menawi taksih makaten, ginakaken peramban sanes.',
  'error.token-missing.title': 'Priksa boten saged dipunwiwiti',
  'error.token-missing.action':
    'Mot malih kaca punika. Menawi taksih makaten, sanjang dhateng ingkang ngurus.',
  'error.token-expired.title': 'Priksa kedangon',
  'error.token-expired.action':
    'Kangge keamanan panjenengan, priksa rampung sasampunipun sawetawis menit. Mangga cobi malih.',
  'error.token-used.title': 'Priksa punika sampun dipunginakaken',
  'error.token-used.action':
    'Saben priksa namung kangge sepisan. Mangga cobi malih kangge miwiti ingkang enggal.',
  'error.token-refused.title': 'Priksa boten saged dipunwiwiti',
  'error.token-refused.action':
    'Panjenengan mbokmenawi kedah mlebet malih. Mot malih kaca punika. Menawi taksih makaten, sanjang dhateng ingkang ngurus.',
  'error.gesture-timeout.title': 'Obahanipun dereng ketingal',
  'error.gesture-timeout.action':
    'Mangga obah alon-alon lan cetha, pasuryan pikantuk cahya ingkang cekap, lajeng cobi malih.',
  'error.check-timeout.title': 'Wekdalipun telas',
  'error.check-timeout.action':
    'Pados cahya ingkang warata, asta kamera sajajar kaliyan mripat, pasuryan tetep ing oval, lajeng cobi malih.',
  'error.network.title': 'Boten wonten sambungan',
  'error.network.action': 'Pesthekaken wonten sambungan internet, lajeng cobi malih.',
  'error.too-many-requests.title': 'Kekathahen nyobi',
  'error.too-many-requests.action': 'Mangga ngentosi sekedhap, lajeng cobi malih.',
  'error.pacing-unavailable.title': 'Priksa boten saged lumampah ing ngriki',
  'error.pacing-unavailable.action':
    'Mangga sanjang dhateng ingkang ngurus kaca punika lan aturaken kode ing ngandhap.',
  'error.invalid-option.title': 'Priksa boten saged lumampah ing ngriki',
  'error.invalid-option.action':
    'Mangga sanjang dhateng ingkang ngurus kaca punika lan aturaken kode ing ngandhap.',
  'error.answer-unexpected.title': 'Wangsulanipun boten saged dipunmangertosi',
  'error.answer-unexpected.action':
    'Sawetawis jaringan umum nyuwun panjenengan mlebet rumiyin. Pariksa sambungan panjenengan, lajeng cobi malih. Menawi taksih makaten, sanjang dhateng ingkang ngurus kaca punika.',
  'error.redirect-refused.title': 'Dipunkendelaken kangge keamanan panjenengan',
  'error.redirect-refused.action':
    'Mangga sanjang dhateng ingkang ngurus kaca punika lan aturaken kode ing ngandhap.',
  'error.rejected.title': 'Pamriksan boten katampi',
  'error.rejected.action':
    'Mangga sanjang dhateng ingkang ngurus kaca punika lan aturaken kode ing ngandhap.',
  'error.result-unavailable.title': 'Asilipun dereng wonten',
  'error.result-unavailable.action':
    'Foto panjenengan sampun katampi. Asilipun mbokmenawi taksih badhe dipunaturaken; menawi boten, mangga cobi malih.',
  'error.no-face.title': 'Pasuryan kirang cetha ing foto',
  'error.no-face.action':
    'Pados cahya ingkang warata lan sedaya pasuryan wontena ing oval, lajeng cobi malih.',
  'error.face-occluded.title': 'Pasuryan katutupan',
  'error.face-occluded.action':
    'Copot masker, kacamata cemeng utawi topi, rikma lan asta ampun nutupi pasuryan, lajeng cobi malih.',
  'error.multiple-faces.title': 'Pasuryanipun langkung saking satunggal',
  'error.multiple-faces.action':
    'Pesthekaken boten wonten tiyang sanes ingkang ketingal, lajeng cobi malih.',
  'error.not-live.title': 'Priksa dereng saged dipunpesthekaken',
  'error.not-live.action':
    'Ginakaken pasuryan panjenengan piyambak, sanes foto utawi layar. Pados cahya ingkang warata, lajeng cobi malih.',
  'error.internal.title': 'Wonten ingkang kirang leres',
  'error.internal.action':
    'Punika sanes kalepatan panjenengan. Mangga cobi malih. Menawi kados makaten malih, sanjang dhateng ingkang ngurus kaca punika.',
  'error.analysis-failed.title': 'Foto boten saged dipunpriksa',
  'error.analysis-failed.action':
    'Punika sanes kalepatan panjenengan. Mangga cobi malih sakmenika utawi mangke.',
};
