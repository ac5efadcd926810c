import type { Messages } from './messages.ts';

const plural = new Intl.PluralRules('ar');
const number = new Intl.NumberFormat('ar');
const percentage = new Intl.NumberFormat('ar', { style: 'percent' });

/** “About … seconds”: the noun follows the number. */
function seconds(count: number): string {
  return `${number.format(count)} ${plural.select(count) === 'few' ? 'ثوانٍ' : 'ثانية'}`;
}

/** “… days”: one and two have forms of their own, without a number. */
function days(count: number): string {
  switch (plural.select(count)) {
    case 'one':
      return 'يوم واحد';
    case 'two':
      return 'يومين';
    case 'few':
      return `${number.format(count)} أيام`;
    default:
      return `${number.format(count)} يومًا`;
  }
}

/** “… small movements”: one and two have forms of their own, without a number. */
function movements(count: number): string {
  switch (plural.select(count)) {
    case 'one':
      return 'حركة بسيطة واحدة';
    case 'two':
      return 'حركتين بسيطتين';
    case 'few':
      return `${number.format(count)} حركات بسيطة`;
    default:
      return `${number.format(count)} حركة بسيطة`;
  }
}

/** Modern Standard Arabic. Imperatives are in the general (masculine singular) form. */
export const ar: Messages = {
  $code: 'ar',
  $name: 'العربية',
  $dir: 'rtl',

  'start.title': 'تحقق سريع من الوجه',
  'start.lead': 'للتأكد من وجود شخص حقيقي أمام الكاميرا.',
  'start.duration': (count) => `يستغرق نحو ${seconds(count)}`,
  'start.step-position': 'ضع وجهك داخل الإطار البيضاوي',
  'start.step-gestures': (count) => `قم بعمل ${movements(count)}`,
  'start.step-passive': 'ابقَ ثابتًا للحظة',
  'start.privacy': (recipient) =>
    `تعمل الكاميرا أثناء التحقق فقط. تُرسَل بضع صور ثابتة إلى \u2068${recipient}\u2069 للتأكد من وجود شخص حقيقي أمام الكاميرا. لا يُسجَّل أي فيديو.`,
  'start.privacy-deleted': 'تُحذف الصور بعد الانتهاء من فحصها.',
  'start.privacy-kept': (count) => `تُحذف الصور بعد ${days(count)}.`,
  'start.privacy-unsaid': 'تجد مدة الاحتفاظ بالصور في إشعار الخصوصية لهذه الصفحة.',

  'preparing.title': 'جارٍ التحضير',
  'preparing.permission': 'اسمح باستخدام الكاميرا إذا طُلب منك ذلك',
  'preparing.loading': (percent) => `جارٍ التحميل… ${percentage.format(percent / 100)}`,

  'positioning.restarted': 'انتهى الوقت، لذا سنبدأ من جديد',
  'holding.detail': 'انظر مباشرة إلى الكاميرا',
  'gesture.step': (step, count) => `الخطوة ${number.format(step)} من ${number.format(count)}`,

  'action.handoff': 'استخدم هاتفك بدلًا من ذلك',
  'handoff.title': 'تابع على هاتفك',
  'handoff.scan': 'وجّه كاميرا هاتفك إلى هذا الرمز وافتح العنوان. أبقِ هذه الصفحة مفتوحة.',
  'handoff.address': 'أو افتح هذا العنوان على هاتفك:',
  'action.copy': 'نسخ العنوان',
  'handoff.copied': 'تم نسخ العنوان',
  'handoff.running-title': 'تابع باستخدام هاتفك',
  'handoff.running': 'الفحص مفتوح على هاتفك. أبقِ هذه الصفحة مفتوحة.',
  'submitting.title': 'جارٍ إرسال صورك',
  'submitting.detail': 'الكاميرا متوقفة الآن. يُرجى إبقاء هذه الصفحة مفتوحة.',
  'judging.title': 'جارٍ فحص صورك',
  'judging.detail': 'يستغرق ذلك عادةً بضع ثوانٍ.',
  'passed.title': 'اكتمل التحقق',
  'passed.detail': 'شكرًا لك. يمكنك المتابعة.',
  'sent.title': 'شكرًا لك',
  'sent.detail': 'تم إرسال التحقق. سيتم إبلاغك بالنتيجة.',
  'cancelled.title': 'تم إلغاء التحقق',
  'cancelled.detail': 'الكاميرا متوقفة الآن. يمكنك البدء من جديد متى شئت.',

  'camera.choose': 'اختيار الكاميرا',
  'camera.front': 'الكاميرا الأمامية',
  'camera.back': 'الكاميرا الخلفية',
  'camera.numbered': (index) => `الكاميرا ${number.format(index)}`,

  'action.start': 'بدء',
  'action.cancel': 'إلغاء',
  'action.retry': 'إعادة المحاولة',
  'retry.reload': 'للمحاولة مرة أخرى، أعد تحميل هذه الصفحة.',
  'retry.in-app':
    'هل هذه الصفحة مفتوحة داخل تطبيق آخر؟ افتحها في متصفحك من قائمة ذلك التطبيق، ثم حاول هناك.',
  'action.restart': 'البدء من جديد',
  'action.swap': 'لا أستطيع القيام بهذه الحركة',
  'action.more-time': 'أحتاج إلى مزيد من الوقت',
  'start.more-time': 'لديك الآن وقت أطول. خذ ما يكفيك من الوقت.',
  'action.speak': 'القراءة بصوت مسموع',
  'action.fall-silent': 'إيقاف القراءة',
  'consent.label': 'أوافق',
  'consent.missed': 'يُرجى الموافقة أولًا.',
  'gesture.counted': 'أحسنت',

  'gesture.blink': 'ارمش بعينيك',
  'gesture.smile': 'ابتسم',
  'gesture.turn-left': 'أدر رأسك إلى اليسار',
  'gesture.turn-right': 'أدر رأسك إلى اليمين',
  'gesture.nod-up': 'ارفع ذقنك',
  'gesture.nod-down': 'اخفض ذقنك',
  'gesture.open-mouth': 'افتح فمك',
  'gesture.dot-up': 'وجّه أنفك نحو النقطة: إلى الأعلى',
  'gesture.dot-up-right': 'وجّه أنفك نحو النقطة: إلى أعلى اليمين',
  'gesture.dot-right': 'وجّه أنفك نحو النقطة: إلى اليمين',
  'gesture.dot-down-right': 'وجّه أنفك نحو النقطة: إلى أسفل اليمين',
  'gesture.dot-down': 'وجّه أنفك نحو النقطة: إلى الأسفل',
  'gesture.dot-down-left': 'وجّه أنفك نحو النقطة: إلى أسفل اليسار',
  'gesture.dot-left': 'وجّه أنفك نحو النقطة: إلى اليسار',
  'gesture.dot-up-left': 'وجّه أنفك نحو النقطة: إلى أعلى اليسار',

  'hint.camera-black': 'الكاميرا تعرض السواد فقط: افتح غطاءها',
  'hint.camera-plain': 'اكشف عن الكاميرا',
  'hint.camera-frozen': 'الصورة متوقفة',
  'hint.no-face': 'ضع وجهك داخل الإطار',
  'hint.multiple-faces': 'وجه واحد فقط من فضلك',
  'hint.too-dark': 'انتقل إلى مكان أكثر إضاءة',
  'hint.too-bright': 'الضوء ساطع، ابتعد عنه',
  'hint.move-closer': 'اقترب قليلًا',
  'hint.move-back': 'ابتعد قليلًا',
  'hint.move-left': 'تحرك قليلًا إلى اليسار',
  'hint.move-right': 'تحرك قليلًا إلى اليمين',
  'hint.move-up': 'تحرك قليلًا إلى الأعلى',
  'hint.move-down': 'تحرك قليلًا إلى الأسفل',
  'hint.look-straight': 'انظر إلى الأمام مباشرة',
  'hint.relax-face': 'أرخِ وجهك وأغلق فمك',
  'hint.uncover-face': 'لا تغطِّ وجهك',
  'hint.eyes-closed': 'افتح عينيك',
  'hint.backlit': 'وجّه وجهك نحو الضوء',
  'hint.blurred': 'ابقَ ثابتًا وامسح عدسة الكاميرا',
  'hint.hold-still': 'ابقَ ثابتًا',
  'hint.turn-further': 'أكثر قليلًا',
  'hint.turn-less': 'أقل قليلًا',
  'hint.smile-wider': 'ابتسم ابتسامة أوسع',
  'hint.open-wider': 'افتح فمك أكثر',
  'hint.close-eyes-fully': 'أغمض عينيك كلتيهما تمامًا',
  'hint.more-slowly': 'مرة أخرى، ببطء أكثر قليلًا',

  'error.reference': (code) => `الرمز: ${code}`,
  'error.camera-denied.title': 'الكاميرا غير مسموح بها',
  'error.camera-denied.action':
    'اسمح لهذه الصفحة باستخدام الكاميرا من إعدادات المتصفح، ثم أعد المحاولة.',
  'error.camera-dismissed.title': 'لم يُسمح بالكاميرا بعد',
  'error.camera-dismissed.action': 'أعد المحاولة واختر «السماح» عندما يسألك المتصفح.',
  'error.camera-blocked-by-system.title': 'جهازك يمنع المتصفح من استخدام الكاميرا',
  'error.camera-blocked-by-system.action':
    'اسمح للمتصفح باستخدام الكاميرا من إعدادات الخصوصية في جهازك، ثم أعد المحاولة.',
  'error.camera-failed.title': 'تعذر فتح الكاميرا',
  'error.camera-failed.action':
    'أعد المحاولة، أو اختر كاميرا أخرى، أو افتح هذه الصفحة في متصفح آخر.',
  'error.camera-blank.title': 'الكاميرا لم تعرض أي صورة',
  'error.camera-blank.action': 'افتح غطاء الكاميرا أو اختر كاميرا أخرى، ثم أعد المحاولة.',
  'error.camera-blocked-by-policy.title': 'الكاميرا معطّلة في هذه الصفحة',
  'error.camera-blocked-by-policy.action':
    'لا يمكنك تغيير ذلك بنفسك. يُرجى إبلاغ القائمين على هذه الصفحة.',
  'error.camera-in-use.title': 'الكاميرا قيد الاستخدام',
  'error.camera-in-use.action':
    'أغلق التطبيقات وعلامات التبويب الأخرى التي تستخدم الكاميرا، مثل مكالمات الفيديو، ثم أعد المحاولة.',
  'error.camera-missing.title': 'لم يُعثر على كاميرا',
  'error.camera-missing.action':
    'قم بتوصيل كاميرا وأعد المحاولة، أو افتح هذه الصفحة على هاتف مزوّد بكاميرا.',
  'error.camera-lost.title': 'توقفت الكاميرا',
  'error.camera-lost.action':
    'تأكد من توصيل الكاميرا ومن عدم استخدام تطبيق آخر لها، ثم أعد المحاولة.',
  'error.insecure-context.title': 'اتصال هذه الصفحة غير آمن',
  'error.insecure-context.action':
    'لا تعمل الكاميرا إلا في الصفحات الآمنة. افتح العنوان الذي يبدأ بـ https://‎ أو أبلغ القائمين على هذه الصفحة.',
  'error.unsupported-browser.title': 'لا يمكن إجراء التحقق في هذا المتصفح',
  'error.unsupported-browser.action':
    'حدّث المتصفح، أو افتح هذه الصفحة في إصدار حديث من Chrome أو Edge أو Firefox أو Safari.',
  'error.canvas-scrambled.title': 'هذا المتصفح يغيّر صورة الكاميرا',
  'error.canvas-scrambled.action':
    'السبب هو حمايته من تتبّع بصمة الجهاز. عطّل هذه الحماية لهذه الصفحة ثم أعد تحميلها، أو افتحها في متصفح آخر.',
  'error.assets-unreachable.title': 'تعذّر تحميل التحقق',
  'error.assets-unreachable.action': 'تأكد من اتصالك بالإنترنت، ثم أعد المحاولة.',
  'error.assets-corrupt.title': 'تعذّر تحميل التحقق',
  'error.assets-corrupt.action': 'المشكلة في هذه الصفحة وليست في جهازك. يُرجى إبلاغ القائمين عليها.',
  'error.blocked-by-csp.title': 'تعذّر تحميل التحقق',
  'error.blocked-by-csp.action': 'المشكلة في هذه الصفحة وليست في جهازك. يُرجى إبلاغ القائمين عليها.',
  'error.tracker-failed.title': 'توقف التحقق عن العمل',
  'error.tracker-failed.action':
    'أغلق التطبيقات وعلامات التبويب الأخرى، ثم أعد المحاولة. إذا تكرر ذلك فاستخدم متصفحًا آخر.',
  'error.token-missing.title': 'تعذّر بدء التحقق',
  'error.token-missing.action': 'أعد تحميل الصفحة. إذا لم ينفع ذلك فأبلغ القائمين عليها.',
  'error.token-expired.title': 'استغرق التحقق وقتًا طويلًا',
  'error.token-expired.action': 'حرصًا على سلامتك ينتهي التحقق بعد بضع دقائق. يُرجى إعادة المحاولة.',
  'error.token-used.title': 'سبق استخدام هذا التحقق',
  'error.token-used.action': 'يُستخدم كل تحقق مرة واحدة فقط. أعد المحاولة لبدء تحقق جديد.',
  'error.token-refused.title': 'تعذّر بدء التحقق',
  'error.token-refused.action':
    'قد تحتاج إلى تسجيل الدخول مرة أخرى. أعد تحميل الصفحة. إذا لم ينفع ذلك فأبلغ القائمين عليها.',
  'error.gesture-timeout.title': 'لم نتمكن من رؤية الحركة',
  'error.gesture-timeout.action': 'تحرك ببطء ووضوح مع إضاءة جيدة على وجهك، ثم أعد المحاولة.',
  'error.check-timeout.title': 'انتهى الوقت',
  'error.check-timeout.action':
    'اختر مكانًا متساوي الإضاءة، وأمسك الكاميرا على مستوى العين، وأبقِ وجهك داخل الإطار، ثم أعد المحاولة.',
  'error.network.title': 'لا يوجد اتصال',
  'error.network.action': 'تأكد من اتصالك بالإنترنت، ثم أعد المحاولة.',
  'error.too-many-requests.title': 'محاولات كثيرة جدًا',
  'error.too-many-requests.action': 'انتظر قليلًا، ثم أعد المحاولة.',
  'error.pacing-unavailable.title': 'لا يمكن إجراء التحقق هنا',
  'error.pacing-unavailable.action': 'يُرجى إبلاغ القائمين على هذه الصفحة وتزويدهم بالرمز أدناه.',
  'error.invalid-option.title': 'لا يمكن إجراء التحقق هنا',
  'error.invalid-option.action': 'يُرجى إبلاغ القائمين على هذه الصفحة وتزويدهم بالرمز أدناه.',
  'error.answer-unexpected.title': 'تعذّر فهم الرد',
  'error.answer-unexpected.action':
    'تطلب بعض الشبكات العامة تسجيل الدخول أولًا. تحقّق من اتصالك ثم أعد المحاولة. إذا تكرر ذلك فأبلغ القائمين على هذه الصفحة.',
  'error.redirect-refused.title': 'أوقفنا ذلك حفاظًا على سلامتك',
  'error.redirect-refused.action': 'يُرجى إبلاغ القائمين على هذه الصفحة وتزويدهم بالرمز أدناه.',
  'error.rejected.title': 'لم يُقبل التحقق',
  'error.rejected.action': 'يُرجى إبلاغ القائمين على هذه الصفحة وتزويدهم بالرمز أدناه.',
  'error.result-unavailable.title': 'النتيجة غير متاحة بعد',
  'error.result-unavailable.action':
    'وصلت صورك. قد يتم إبلاغك بالنتيجة لاحقًا؛ وإن لم يحدث ذلك فأعد المحاولة.',
  'error.no-face.title': 'لم يكن وجهك واضحًا في الصور',
  'error.no-face.action': 'اختر مكانًا متساوي الإضاءة، وأبقِ وجهك كله داخل الإطار، ثم أعد المحاولة.',
  'error.face-occluded.title': 'كان هناك ما يغطي وجهك',
  'error.face-occluded.action':
    'انزع الكمامة أو النظارة الشمسية أو القبعة، وأبعد الشعر واليدين عن وجهك، ثم أعد المحاولة.',
  'error.multiple-faces.title': 'ظهر أكثر من وجه واحد',
  'error.multiple-faces.action': 'تأكد من عدم ظهور أي شخص آخر، ثم أعد المحاولة.',
  'error.not-live.title': 'لم نتمكن من تأكيد التحقق',
  'error.not-live.action':
    'استخدم وجهك أنت، لا صورة ولا شاشة. اختر مكانًا متساوي الإضاءة، ثم أعد المحاولة.',
  'error.internal.title': 'حدث خطأ ما',
  'error.internal.action':
    'لم يكن هذا خطأك. يُرجى إعادة المحاولة. إذا تكرر ذلك فأبلغ القائمين على هذه الصفحة.',
  'error.analysis-failed.title': 'تعذّر فحص الصور',
  'error.analysis-failed.action': 'لم يكن هذا خطأك. يُرجى إعادة المحاولة الآن أو بعد قليل.',
};
