import type { Messages } from './messages.ts';

/** Sundanese, in the polite register (lemes). */
export const su: Messages = {
  $code: 'su',
  $name: 'Basa Sunda',
  $dir: 'ltr',

  'start.title': 'Pamariksaan raray sakedap',
  'start.lead': 'Ieu kanggo mastikeun yén anjeun leres-leres aya di payuneun kaméra.',
  'start.duration': (seconds) => `Mung peryogi kinten-kinten ${seconds} detik`,
  'start.step-position': 'Pasangkeun raray dina oval',
  'start.step-gestures': (count) => `Lakukeun ${count} gerakan saderhana`,
  'start.step-passive': 'Cicing sakedap, ulah gerak',
  'start.privacy': (recipient) =>
    `Kaméra mung hurung salami pamariksaan. Sababaraha poto dikintunkeun ka ${recipient} kanggo mastikeun aya jalmi saleresna di payuneun kaméra. Teu aya vidéo anu dirékam.`,
  'start.privacy-deleted': 'Poto dihapus saatos dipariksa.',
  'start.privacy-kept': (days) => `Poto dihapus saatos ${days} dinten.`,
  'start.privacy-unsaid': 'Sabaraha lami poto disimpen kaserat dina kawijakan privasi kaca ieu.',

  'preparing.title': 'Nuju disiapkeun',
  'preparing.permission': 'Widian kaméra upami dipénta',
  'preparing.loading': (percent) => `Ngamuat… ${percent}%`,

  'positioning.restarted': 'Waktosna séép, hayu urang mimitian deui',
  'holding.detail': 'Tingali lempeng ka kaméra',
  'gesture.step': (step, count) => `Léngkah ${step} tina ${count}`,

  'action.handoff': 'Nganggo telepon wé',
  'handoff.title': 'Teraskeun dina telepon anjeun',
  'handoff.scan':
    'Arahkeun kaméra telepon kana kode ieu, teras buka alamatna. Antepkeun halaman ieu muka.',
  'handoff.address': 'Atawa buka alamat ieu dina telepon anjeun:',
  'action.copy': 'Salin alamat',
  'handoff.copied': 'Alamat disalin',
  'handoff.running-title': 'Teraskeun nganggo telepon anjeun',
  'handoff.running': 'Pamariksaan muka dina telepon anjeun. Antepkeun halaman ieu muka.',
  'submitting.title': 'Ngintunkeun poto anjeun',
  'submitting.detail': 'Kaméra parantos dipareuman. Punten kaca ieu ulah ditutup.',
  'judging.title': 'Mariksa poto anjeun',
  'judging.detail': 'Biasana mung sababaraha detik.',
  'passed.title': 'Pamariksaan réngsé',
  'passed.detail': 'Hatur nuhun. Mangga teraskeun.',
  'sent.title': 'Hatur nuhun',
  'sent.detail': 'Pamariksaan parantos dikintunkeun. Hasilna bakal diwartoskeun ka anjeun.',
  'cancelled.title': 'Pamariksaan dibolaykeun',
  'cancelled.detail': 'Kaméra parantos dipareuman. Anjeun tiasa ngamimitian deui iraha waé.',

  'camera.choose': 'Pilih kaméra',
  'camera.front': 'Kaméra payun',
  'camera.back': 'Kaméra pengker',
  'camera.numbered': (number) => `Kaméra ${number}`,

  'action.start': 'Mimitian',
  'action.cancel': 'Bolay',
  'action.retry': 'Cobian deui',
  'retry.reload': 'Kanggo nyobian deui, muat deui kaca ieu.',
  'retry.in-app':
    'Naha kaca ieu dibuka di jero aplikasi séjén? Buka dina panyungsi anjeun ngalangkungan menu aplikasi éta, teras cobian di dinya.',
  'action.restart': 'Mimitian deui',
  'action.swap': 'Abdi teu tiasa ngalakukeun ieu',
  'action.more-time': 'Abdi peryogi waktos langkung lami',
  'start.more-time': 'Waktosna ayeuna langkung panjang. Mangga, teu kedah rurusuhan.',
  'action.speak': 'Bacakeun pituduh',
  'action.fall-silent': 'Eureun maca',
  'consent.label': 'Abdi satuju',
  'consent.missed': 'Punten satujuan heula.',
  'gesture.counted': 'Saé',

  'gesture.blink': 'Kiceupkeun soca',
  'gesture.smile': 'Mangga imut',
  'gesture.turn-left': 'Ngalieuk ka kénca',
  'gesture.turn-right': 'Ngalieuk ka katuhu',
  'gesture.nod-up': 'Mangga tanggah',
  'gesture.nod-down': 'Mangga tungkul',
  'gesture.open-mouth': 'Bukakeun baham',
  'gesture.dot-up': 'Arahkeun irung ka titik: luhur',
  'gesture.dot-up-right': 'Arahkeun irung ka titik: katuhu luhur',
  'gesture.dot-right': 'Arahkeun irung ka titik: katuhu',
  'gesture.dot-down-right': 'Arahkeun irung ka titik: katuhu handap',
  'gesture.dot-down': 'Arahkeun irung ka titik: handap',
  'gesture.dot-down-left': 'Arahkeun irung ka titik: kénca handap',
  'gesture.dot-left': 'Arahkeun irung ka titik: kénca',
  'gesture.dot-up-left': 'Arahkeun irung ka titik: kénca luhur',

  'hint.camera-black': 'Kaméra ukur némbongkeun hideung: buka tutupna',
  'hint.camera-plain': 'Buka panutup kaméra',
  'hint.camera-frozen': 'Gambar teu obah',
  'hint.no-face': 'Pasangkeun raray dina oval',
  'hint.multiple-faces': 'Mung hiji raray waé',
  'hint.too-dark': 'Milari tempat anu langkung caang',
  'hint.too-bright': 'Caang teuing, singkahan cahaya',
  'hint.move-closer': 'Mangga ngadeukeutan',
  'hint.move-back': 'Mundur saeutik',
  'hint.move-left': 'Ngésér ka kénca saeutik',
  'hint.move-right': 'Ngésér ka katuhu saeutik',
  'hint.move-up': 'Ngésér ka luhur saeutik',
  'hint.move-down': 'Ngésér ka handap saeutik',
  'hint.look-straight': 'Tingali lempeng ka payun',
  'hint.relax-face': 'Raray kalem, baham ditutup',
  'hint.uncover-face': 'Raray ulah katutupan',
  'hint.eyes-closed': 'Bukakeun soca',
  'hint.backlit': 'Mangga madep ka cahaya',
  'hint.blurred': 'Cicing, teras usap lénsa kaméra',
  'hint.hold-still': 'Cicing, ulah gerak',
  'hint.turn-further': 'Saeutik deui',
  'hint.turn-less': 'Ulah jauh teuing',
  'hint.smile-wider': 'Imut langkung lébar',
  'hint.open-wider': 'Buka langkung lébar',
  'hint.close-eyes-fully': 'Peureumkeun dua soca dugi ka rapet',
  'hint.more-slowly': 'Sakali deui, langkung laun',

  'error.reference': (code) => `Kode: ${code}`,
  'error.camera-denied.title': 'Kaméra teu acan diwidian',
  'error.camera-denied.action':
    'Widian kaméra kanggo kaca ieu dina setélan panyungsi, teras cobian deui.',
  'error.camera-dismissed.title': 'Kaméra can diwidian',
  'error.camera-dismissed.action': 'Cobian deui, teras pilih “Izinkan” nalika panyungsi naros.',
  'error.camera-blocked-by-system.title': 'Alat anjeun meungpeuk kaméra pikeun panyungsi',
  'error.camera-blocked-by-system.action':
    'Widian kaméra kanggo panyungsi dina setélan privasi alat, teras cobian deui.',
  'error.camera-failed.title': 'Kaméra teu tiasa dibuka',
  'error.camera-failed.action':
    'Cobian deui, pilih kaméra sanés, atanapi buka kaca ieu dina panyungsi sanés.',
  'error.camera-blank.title': 'Kaméra teu némbongkeun gambar',
  'error.camera-blank.action': 'Buka tutup kaméra, atanapi pilih kaméra sanés, teras cobian deui.',
  'error.camera-blocked-by-policy.title': 'Kaméra dipareuman kanggo kaca ieu',
  'error.camera-blocked-by-policy.action':
    'Anjeun teu tiasa ngarobihna nyalira. Mangga wartosan anu ngurus kaca ieu.',
  'error.camera-in-use.title': 'Kaméra nuju dianggo',
  'error.camera-in-use.action':
    'Tutup aplikasi atanapi tab sanés anu nganggo kaméra, sapertos panggero vidéo, teras cobian deui.',
  'error.camera-missing.title': 'Kaméra teu kapendak',
  'error.camera-missing.action':
    'Sambungkeun kaméra teras cobian deui, atanapi buka kaca ieu dina HP anu gaduh kaméra.',
  'error.camera-lost.title': 'Kaméra eureun',
  'error.camera-lost.action':
    'Pastikeun kaméra nyambung sareng teu dianggo ku aplikasi sanés, teras cobian deui.',
  'error.insecure-context.title': 'Sambungan kaca ieu teu aman',
  'error.insecure-context.action':
    'Kaméra mung tiasa dianggo dina kaca anu aman. Buka alamat anu dimimitian ku https://, atanapi wartosan anu ngurus kaca ieu.',
  'error.unsupported-browser.title': 'Panyungsi ieu teu tiasa ngajalankeun pamariksaan',
  'error.unsupported-browser.action':
    'Énggalan panyungsi anjeun, atanapi buka kaca ieu dina Chrome, Edge, Firefox atanapi Safari vérsi anyar.',
  'error.canvas-scrambled.title': 'Panyungsi ieu ngarobah gambar kaméra',
  'error.canvas-scrambled.action':
    'Éta ku sabab panyalindungan tina sidik digital. Pareuman panyalindungan éta pikeun kaca ieu teras buka deui, atanapi buka kaca ieu dina panyungsi sanés.',
  'error.assets-unreachable.title': 'Pamariksaan teu tiasa dimuat',
  'error.assets-unreachable.action': 'Pastikeun internét nyambung, teras cobian deui.',
  'error.assets-corrupt.title': 'Pamariksaan teu tiasa dimuat',
  'error.assets-corrupt.action':
    'Anu lepat kaca ieu, sanés alat anjeun. Mangga wartosan anu ngurusna.',
  'error.blocked-by-csp.title': 'Pamariksaan teu tiasa dimuat',
  'error.blocked-by-csp.action':
    'Anu lepat kaca ieu, sanés alat anjeun. Mangga wartosan anu ngurusna.',
  'error.tracker-failed.title': 'Pamariksaan eureun',
  'error.tracker-failed.action':
    'Tutup aplikasi sareng tab sanés, teras cobian deui. Upami tetep kitu, anggo panyungsi sanés.',
  'error.token-missing.title': 'Pamariksaan teu tiasa dimimitian',
  'error.token-missing.action':
    'Muat deui kaca ieu. Upami tetep kitu, mangga wartosan anu ngurusna.',
  'error.token-expired.title': 'Pamariksaan lami teuing',
  'error.token-expired.action':
    'Kanggo kaamanan anjeun, pamariksaan réngsé saatos sababaraha menit. Mangga cobian deui.',
  'error.token-used.title': 'Pamariksaan ieu parantos dianggo',
  'error.token-used.action':
    'Unggal pamariksaan mung kanggo sakali. Mangga cobian deui kanggo ngamimitian anu anyar.',
  'error.token-refused.title': 'Pamariksaan teu tiasa dimimitian',
  'error.token-refused.action':
    'Anjeun panginten kedah lebet deui. Muat deui kaca ieu. Upami tetep kitu, mangga wartosan anu ngurusna.',
  'error.gesture-timeout.title': 'Gerakanana teu katingal',
  'error.gesture-timeout.action':
    'Gerak lalaunan sareng jelas, kalayan cahaya anu cekap dina raray, teras cobian deui.',
  'error.check-timeout.title': 'Waktosna séép',
  'error.check-timeout.action':
    'Milari cahaya anu rata, cepeng kaméra sajajar sareng soca, raray tetep dina oval, teras cobian deui.',
  'error.network.title': 'Teu aya sambungan',
  'error.network.action': 'Pastikeun internét nyambung, teras cobian deui.',
  'error.too-many-requests.title': 'Seueur teuing nyobian',
  'error.too-many-requests.action': 'Antosan sakedap, teras cobian deui.',
  'error.pacing-unavailable.title': 'Pamariksaan teu tiasa dijalankeun di dieu',
  'error.pacing-unavailable.action':
    'Mangga wartosan anu ngurus kaca ieu sareng pasihkeun kode di handap.',
  'error.invalid-option.title': 'Pamariksaan teu tiasa dijalankeun di dieu',
  'error.invalid-option.action':
    'Mangga wartosan anu ngurus kaca ieu sareng pasihkeun kode di handap.',
  'error.answer-unexpected.title': 'Walerna teu tiasa kahartos',
  'error.answer-unexpected.action':
    'Sababaraha jaringan umum nyuhunkeun anjeun lebet heula. Pariksa sambungan anjeun, teras cobian deui. Upami kajantenan deui, mangga wartosan nu ngokolakeun kaca ieu.',
  'error.redirect-refused.title': 'Dieureunkeun demi kaamanan anjeun',
  'error.redirect-refused.action':
    'Mangga wartosan anu ngurus kaca ieu sareng pasihkeun kode di handap.',
  'error.rejected.title': 'Pamariksaan teu ditampi',
  'error.rejected.action': 'Mangga wartosan anu ngurus kaca ieu sareng pasihkeun kode di handap.',
  'error.result-unavailable.title': 'Hasilna teu acan aya',
  'error.result-unavailable.action':
    'Poto anjeun parantos katampi. Hasilna panginten masih bakal diwartoskeun; upami henteu, mangga cobian deui.',
  'error.no-face.title': 'Raray anjeun kirang jelas dina poto',
  'error.no-face.action':
    'Milari cahaya anu rata sareng pastikeun sadaya raray aya dina oval, teras cobian deui.',
  'error.face-occluded.title': 'Raray anjeun kahalangan',
  'error.face-occluded.action':
    'Laan masker, kacamata hideung atanapi topi, rambut sareng panangan ulah ngahalangan raray, teras cobian deui.',
  'error.multiple-faces.title': 'Aya langkung ti hiji raray',
  'error.multiple-faces.action': 'Pastikeun teu aya jalmi sanés anu katingal, teras cobian deui.',
  'error.not-live.title': 'Pamariksaan teu acan tiasa dipastikeun',
  'error.not-live.action':
    'Anggo raray anjeun nyalira, sanés poto atanapi layar. Milari cahaya anu rata, teras cobian deui.',
  'error.internal.title': 'Aya anu teu leres',
  'error.internal.action':
    'Ieu sanés kalepatan anjeun. Mangga cobian deui. Upami kitu deui, wartosan anu ngurus kaca ieu.',
  'error.analysis-failed.title': 'Poto anjeun teu tiasa dipariksa',
  'error.analysis-failed.action':
    'Ieu sanés kalepatan anjeun. Mangga cobian deui ayeuna atanapi sakedap deui.',
};
