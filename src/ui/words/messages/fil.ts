import type { Messages } from './messages.ts';

/** Tagalog (Filipino), polite. Answers to `fil` and `tl`. */
export const fil: Messages = {
  $code: 'fil',
  $name: 'Filipino',
  $dir: 'ltr',

  'start.title': 'Mabilis na pagsusuri ng mukha',
  'start.lead': 'Tinitiyak nito na totoong tao ang nasa harap ng camera.',
  'start.duration': (seconds) => `Mga ${seconds} segundo lang po`,
  'start.step-position': 'Itapat ang mukha sa bilog',
  'start.step-gestures': (count) =>
    count === 1 ? 'Gawin ang isang simpleng galaw' : `Gawin ang ${count} simpleng galaw`,
  'start.step-passive': 'Huwag gumalaw nang sandali',
  'start.privacy': (recipient) =>
    `Bukas lang ang camera habang nagsusuri. Ilang larawan ang ipapadala sa ${recipient} para matiyak na totoong tao ang nasa camera. Walang video na ire-record.`,
  'start.privacy-deleted': 'Buburahin ang mga larawan pagkatapos masuri.',
  'start.privacy-kept': (days) => `Buburahin ang mga larawan pagkalipas ng ${days} araw.`,
  'start.privacy-unsaid':
    'Nasa privacy notice ng page na ito kung gaano katagal itatago ang mga larawan.',

  'preparing.title': 'Inihahanda po',
  'preparing.permission': 'Payagan ang camera kapag tinanong',
  'preparing.loading': (percent) => `Naglo-load… ${percent}%`,

  'positioning.restarted': 'Naubos ang oras, kaya magsisimula tayo ulit',
  'holding.detail': 'Tumingin nang diretso sa camera',
  'gesture.step': (step, count) => `Hakbang ${step} sa ${count}`,

  'action.handoff': 'Gamitin na lang ang telepono',
  'handoff.title': 'Magpatuloy sa iyong telepono',
  'handoff.scan':
    'Itutok ang camera ng telepono sa code na ito at buksan ang address. Panatilihing bukas ang page na ito.',
  'handoff.address': 'O buksan ang address na ito sa iyong telepono:',
  'action.copy': 'Kopyahin ang address',
  'handoff.copied': 'Nakopya ang address',
  'handoff.running-title': 'Magpatuloy gamit ang iyong telepono',
  'handoff.running': 'Bukas ang pagsusuri sa iyong telepono. Panatilihing bukas ang page na ito.',
  'submitting.title': 'Ipinapadala ang mga larawan ninyo',
  'submitting.detail': 'Nakapatay na ang camera. Huwag po munang isara ang pahinang ito.',
  'judging.title': 'Sinusuri ang mga larawan ninyo',
  'judging.detail': 'Karaniwang ilang segundo lang po ito.',
  'passed.title': 'Tapos na ang pagsusuri',
  'passed.detail': 'Salamat po. Maaari na kayong magpatuloy.',
  'sent.title': 'Salamat po',
  'sent.detail': 'Naipadala na ang pagsusuri. Ipapaalam po sa inyo ang resulta.',
  'cancelled.title': 'Kinansela ang pagsusuri',
  'cancelled.detail': 'Nakapatay na ang camera. Maaari kayong magsimula ulit kahit kailan.',

  'camera.choose': 'Piliin ang camera',
  'camera.front': 'Camera sa harap',
  'camera.back': 'Camera sa likod',
  'camera.numbered': (number) => `Camera ${number}`,

  'action.start': 'Simulan',
  'action.cancel': 'Kanselahin',
  'action.retry': 'Subukan ulit',
  'retry.reload': 'Para subukan ulit, i-reload ang pahinang ito.',
  'retry.in-app':
    'Nakabukas ba ang pahinang ito sa loob ng ibang app? Buksan ito sa iyong browser mula sa menu ng app na iyon, at doon subukan.',
  'action.restart': 'Magsimula ulit',
  'action.swap': 'Hindi ko ito magawa',
  'action.more-time': 'Kailangan ko ng dagdag na oras',
  'start.more-time': 'Mas mahaba na po ang oras ninyo. Huwag po kayong magmadali.',
  'action.speak': 'Basahin nang malakas',
  'action.fall-silent': 'Ihinto ang pagbasa',
  'consent.label': 'Sumasang-ayon ako',
  'consent.missed': 'Sumang-ayon po muna kayo.',
  'gesture.counted': 'Ayos po',

  'gesture.blink': 'Kumurap po',
  'gesture.smile': 'Ngumiti po',
  'gesture.turn-left': 'Ilingon ang ulo pakaliwa',
  'gesture.turn-right': 'Ilingon ang ulo pakanan',
  'gesture.nod-up': 'Itaas ang baba ninyo',
  'gesture.nod-down': 'Iyuko ang ulo ninyo',
  'gesture.open-mouth': 'Ibuka ang bibig ninyo',
  'gesture.dot-up': 'Itutok ang ilong sa tuldok: pataas',
  'gesture.dot-up-right': 'Itutok ang ilong sa tuldok: pataas sa kanan',
  'gesture.dot-right': 'Itutok ang ilong sa tuldok: pakanan',
  'gesture.dot-down-right': 'Itutok ang ilong sa tuldok: pababa sa kanan',
  'gesture.dot-down': 'Itutok ang ilong sa tuldok: pababa',
  'gesture.dot-down-left': 'Itutok ang ilong sa tuldok: pababa sa kaliwa',
  'gesture.dot-left': 'Itutok ang ilong sa tuldok: pakaliwa',
  'gesture.dot-up-left': 'Itutok ang ilong sa tuldok: pataas sa kaliwa',

  'hint.camera-black': 'Itim lang ang nakikita ng camera: buksan ang takip',
  'hint.camera-plain': 'Alisin ang takip ng camera',
  'hint.camera-frozen': 'Hindi gumagalaw ang larawan',
  'hint.no-face': 'Itapat ang mukha sa bilog',
  'hint.multiple-faces': 'Isang mukha lang po',
  'hint.too-dark': 'Lumipat sa mas maliwanag',
  'hint.too-bright': 'Masyadong maliwanag, umiwas po',
  'hint.move-closer': 'Lumapit pa po',
  'hint.move-back': 'Umatras nang kaunti',
  'hint.move-left': 'Umusog nang kaunti pakaliwa',
  'hint.move-right': 'Umusog nang kaunti pakanan',
  'hint.move-up': 'Umangat nang kaunti',
  'hint.move-down': 'Bumaba nang kaunti',
  'hint.look-straight': 'Tumingin nang diretso',
  'hint.relax-face': 'Relaks ang mukha, sara ang bibig',
  'hint.uncover-face': 'Huwag takpan ang mukha',
  'hint.eyes-closed': 'Idilat ang mga mata',
  'hint.backlit': 'Humarap sa liwanag',
  'hint.blurred': 'Huwag gumalaw, punasan ang lente',
  'hint.hold-still': 'Huwag gumalaw',
  'hint.turn-further': 'Kaunti pa',
  'hint.turn-less': 'Huwag masyadong malayo',
  'hint.smile-wider': 'Lakihan ang ngiti',
  'hint.open-wider': 'Ibuka pa nang mas malaki',
  'hint.close-eyes-fully': 'Ipikit nang husto ang dalawang mata',
  'hint.more-slowly': 'Isa pa, mas mabagal',

  'error.reference': (code) => `Code: ${code}`,
  'error.camera-denied.title': 'Hindi pinayagan ang camera',
  'error.camera-denied.action':
    'Payagan ang camera para sa pahinang ito sa settings ng browser, saka subukan ulit.',
  'error.camera-dismissed.title': 'Hindi pa pinapayagan ang camera',
  'error.camera-dismissed.action':
    'Subukan ulit, at piliin ang “Allow” kapag nagtanong ang browser.',
  'error.camera-blocked-by-system.title': 'Hinaharang ng device ang camera sa browser',
  'error.camera-blocked-by-system.action':
    'Payagan ang camera para sa browser sa privacy settings ng device, saka subukan ulit.',
  'error.camera-failed.title': 'Hindi mabuksan ang camera',
  'error.camera-failed.action':
    'Subukan ulit, pumili ng ibang camera, o buksan ang pahinang ito sa ibang browser.',
  'error.camera-blank.title': 'Walang ipinakitang larawan ang camera',
  'error.camera-blank.action':
    'Buksan ang takip ng camera o pumili ng ibang camera, saka subukan ulit.',
  'error.camera-blocked-by-policy.title': 'Nakapatay ang camera para sa pahinang ito',
  'error.camera-blocked-by-policy.action':
    'Hindi ninyo ito mababago. Pakisabi po sa namamahala ng pahinang ito.',
  'error.camera-in-use.title': 'Ginagamit ang camera',
  'error.camera-in-use.action':
    'Isara ang ibang app at tab na gumagamit ng camera, gaya ng video call, saka subukan ulit.',
  'error.camera-missing.title': 'Walang nakitang camera',
  'error.camera-missing.action':
    'Magkabit ng camera at subukan ulit, o buksan ang pahinang ito sa teleponong may camera.',
  'error.camera-lost.title': 'Tumigil ang camera',
  'error.camera-lost.action':
    'Tiyaking nakakabit ang camera at hindi ginagamit ng ibang app, saka subukan ulit.',
  'error.insecure-context.title': 'Hindi ligtas ang koneksyon ng pahinang ito',
  'error.insecure-context.action':
    'Sa ligtas na pahina lang magagamit ang camera. Buksan ang address na nagsisimula sa https://, o sabihin sa namamahala ng pahinang ito.',
  'error.unsupported-browser.title': 'Hindi kaya ng browser na ito ang pagsusuri',
  'error.unsupported-browser.action':
    'I-update ang browser ninyo, o buksan ang pahinang ito sa bagong Chrome, Edge, Firefox o Safari.',
  'error.canvas-scrambled.title': 'Binabago ng browser na ito ang kuha ng camera',
  'error.canvas-scrambled.action':
    'Dahil ito sa proteksiyon nito laban sa fingerprinting. I-off ito para sa pahinang ito at i-load ulit, o buksan ang pahina sa ibang browser.',
  'error.assets-unreachable.title': 'Hindi na-load ang pagsusuri',
  'error.assets-unreachable.action': 'Tiyaking may internet kayo, saka subukan ulit.',
  'error.assets-corrupt.title': 'Hindi na-load ang pagsusuri',
  'error.assets-corrupt.action':
    'Nasa pahinang ito ang problema, hindi sa device ninyo. Pakisabi po sa namamahala nito.',
  'error.blocked-by-csp.title': 'Hindi na-load ang pagsusuri',
  'error.blocked-by-csp.action':
    'Nasa pahinang ito ang problema, hindi sa device ninyo. Pakisabi po sa namamahala nito.',
  'error.tracker-failed.title': 'Tumigil ang pagsusuri',
  'error.tracker-failed.action':
    'Isara ang ibang app at tab, saka subukan ulit. Kung maulit ito, gumamit ng ibang browser.',
  'error.token-missing.title': 'Hindi masimulan ang pagsusuri',
  'error.token-missing.action':
    'I-reload ang pahina. Kung ganoon pa rin, pakisabi po sa namamahala nito.',
  'error.token-expired.title': 'Natagalan ang pagsusuri',
  'error.token-expired.action':
    'Para sa kaligtasan ninyo, natatapos ito pagkalipas ng ilang minuto. Subukan po ulit.',
  'error.token-used.title': 'Nagamit na ang pagsusuring ito',
  'error.token-used.action':
    'Isang beses lang magagamit ang bawat pagsusuri. Subukan po ulit para magsimula ng bago.',
  'error.token-refused.title': 'Hindi masimulan ang pagsusuri',
  'error.token-refused.action':
    'Baka kailangan ninyong mag-sign in ulit. I-reload ang pahina. Kung ganoon pa rin, pakisabi po sa namamahala nito.',
  'error.gesture-timeout.title': 'Hindi namin nakita ang galaw',
  'error.gesture-timeout.action':
    'Gumalaw nang dahan-dahan at malinaw, na may sapat na liwanag sa mukha, saka subukan ulit.',
  'error.check-timeout.title': 'Naubos ang oras',
  'error.check-timeout.action':
    'Humanap ng pantay na liwanag, hawakan ang camera sa tapat ng mata at panatilihin ang mukha sa bilog, saka subukan ulit.',
  'error.network.title': 'Walang koneksyon',
  'error.network.action': 'Tiyaking may internet kayo, saka subukan ulit.',
  'error.too-many-requests.title': 'Masyadong maraming pagsubok',
  'error.too-many-requests.action': 'Maghintay nang sandali, saka subukan ulit.',
  'error.pacing-unavailable.title': 'Hindi magawa rito ang pagsusuri',
  'error.pacing-unavailable.action':
    'Pakisabi po sa namamahala ng pahinang ito at ibigay ang code sa ibaba.',
  'error.invalid-option.title': 'Hindi magawa rito ang pagsusuri',
  'error.invalid-option.action':
    'Pakisabi po sa namamahala ng pahinang ito at ibigay ang code sa ibaba.',
  'error.answer-unexpected.title': 'Hindi naunawaan ang sagot',
  'error.answer-unexpected.action':
    'May mga pampublikong network na humihingi muna ng sign-in. Suriin ang koneksiyon, saka subukan ulit. Kapag naulit, pakisabi po sa namamahala ng pahinang ito.',
  'error.redirect-refused.title': 'Itinigil para sa inyong kaligtasan',
  'error.redirect-refused.action':
    'Pakisabi po sa namamahala ng pahinang ito at ibigay ang code sa ibaba.',
  'error.rejected.title': 'Hindi tinanggap ang pagsusuri',
  'error.rejected.action': 'Pakisabi po sa namamahala ng pahinang ito at ibigay ang code sa ibaba.',
  'error.result-unavailable.title': 'Wala pa ang resulta',
  'error.result-unavailable.action':
    'Natanggap na ang mga larawan ninyo. Maaaring ipaalam pa rin ang resulta; kung hindi, subukan po ulit.',
  'error.no-face.title': 'Hindi malinaw ang mukha sa mga larawan',
  'error.no-face.action':
    'Humanap ng pantay na liwanag at panatilihin ang buong mukha sa bilog, saka subukan ulit.',
  'error.face-occluded.title': 'May nakatakip sa mukha ninyo',
  'error.face-occluded.action':
    'Alisin ang mask, dark glasses o sombrero, ilayo ang buhok at kamay sa mukha, saka subukan ulit.',
  'error.multiple-faces.title': 'Higit sa isa ang mukha',
  'error.multiple-faces.action': 'Tiyaking walang ibang taong nakikita, saka subukan ulit.',
  'error.not-live.title': 'Hindi makumpirma ang pagsusuri',
  'error.not-live.action':
    'Gamitin ang sarili ninyong mukha, hindi litrato o screen. Humanap ng pantay na liwanag, saka subukan ulit.',
  'error.internal.title': 'Nagkaroon ng problema',
  'error.internal.action':
    'Hindi ninyo ito kasalanan. Subukan po ulit. Kung maulit ito, sabihin sa namamahala ng pahinang ito.',
  'error.analysis-failed.title': 'Hindi masuri ang mga larawan',
  'error.analysis-failed.action':
    'Hindi ninyo ito kasalanan. Subukan po ulit, o bumalik pagkaraan ng ilang sandali.',
};
