import type { Messages } from './messages.ts';

/** Japanese, in です・ます form. */
export const ja: Messages = {
  $code: 'ja',
  $name: '日本語',
  $dir: 'ltr',

  'start.title': 'かんたんな顔確認',
  'start.lead': 'ご本人がカメラの前にいることを確認します。',
  'start.duration': (seconds) => `所要時間は約${seconds}秒です`,
  'start.step-position': '顔を枠の中に合わせます',
  'start.step-gestures': (count) => `かんたんな動作を${count}回行います`,
  'start.step-passive': '少しの間、動かずにお待ちください',
  'start.privacy': (recipient) =>
    `カメラは確認中のみ作動します。本人がカメラの前にいることを確かめるため、${recipient}に静止画を数枚送信します。動画は録画しません。`,
  'start.privacy-deleted': '静止画は確認後に削除されます。',
  'start.privacy-kept': (days) => `静止画は${days}日後に削除されます。`,
  'start.privacy-unsaid': '静止画の保存期間は、このページのプライバシー通知に書かれています。',

  'preparing.title': '準備しています',
  'preparing.permission': '確認画面が出たらカメラを許可してください',
  'preparing.loading': (percent) => `読み込み中… ${percent}%`,

  'positioning.restarted': '時間切れのため、最初からやり直します',
  'holding.detail': 'カメラをまっすぐ見てください',
  'gesture.step': (step, count) => `${count}回中${step}回目`,

  'action.handoff': '代わりにスマートフォンを使う',
  'handoff.title': 'スマートフォンで続ける',
  'handoff.scan':
    'スマートフォンのカメラをこのコードに向け、表示されたアドレスを開いてください。このページは開いたままにしてください。',
  'handoff.address': 'または、このアドレスをスマートフォンで開いてください：',
  'action.copy': 'アドレスをコピー',
  'handoff.copied': 'アドレスをコピーしました',
  'handoff.running-title': 'スマートフォンで続けてください',
  'handoff.running': 'スマートフォンで確認が開いています。このページは開いたままにしてください。',
  'submitting.title': '画像を送信しています',
  'submitting.detail': 'カメラはオフになりました。このページを閉じずにお待ちください。',
  'judging.title': '画像を確認しています',
  'judging.detail': '通常は数秒で終わります。',
  'passed.title': '確認が完了しました',
  'passed.detail': 'ありがとうございました。次へお進みください。',
  'sent.title': 'ありがとうございました',
  'sent.detail': '送信が完了しました。結果は後ほどお知らせします。',
  'cancelled.title': '確認を中止しました',
  'cancelled.detail': 'カメラはオフになりました。いつでもやり直せます。',

  'camera.choose': 'カメラを選択',
  'camera.front': '前面カメラ',
  'camera.back': '背面カメラ',
  'camera.numbered': (number) => `カメラ ${number}`,

  'action.start': '開始',
  'action.cancel': '中止',
  'action.retry': 'もう一度試す',
  'retry.reload': 'もう一度試すには、このページを再読み込みしてください。',
  'retry.in-app':
    'このページは別のアプリの中で開かれていますか？そのアプリのメニューからブラウザーで開き、もう一度お試しください。',
  'action.restart': '最初からやり直す',
  'action.swap': 'この動作はできません',
  'action.more-time': '時間を延ばす',
  'start.more-time': '時間を長くしました。ゆっくり行ってください。',
  'action.speak': '読み上げる',
  'action.fall-silent': '読み上げを止める',
  'consent.label': '同意します',
  'consent.missed': '先に同意してください。',
  'gesture.counted': '確認できました',

  'gesture.blink': 'まばたきしてください',
  'gesture.smile': '笑顔にしてください',
  'gesture.turn-left': '顔を左に向けてください',
  'gesture.turn-right': '顔を右に向けてください',
  'gesture.nod-up': 'あごを上げてください',
  'gesture.nod-down': 'あごを下げてください',
  'gesture.open-mouth': '口を開けてください',
  'gesture.dot-up': '鼻を点に向けてください：上',
  'gesture.dot-up-right': '鼻を点に向けてください：右上',
  'gesture.dot-right': '鼻を点に向けてください：右',
  'gesture.dot-down-right': '鼻を点に向けてください：右下',
  'gesture.dot-down': '鼻を点に向けてください：下',
  'gesture.dot-down-left': '鼻を点に向けてください：左下',
  'gesture.dot-left': '鼻を点に向けてください：左',
  'gesture.dot-up-left': '鼻を点に向けてください：左上',

  'hint.camera-black': '映像が真っ黒です。カバーを開けてください',
  'hint.camera-plain': 'カメラの覆いを外してください',
  'hint.camera-frozen': '映像が止まっています',
  'hint.no-face': '顔を枠に合わせてください',
  'hint.multiple-faces': 'お一人で映ってください',
  'hint.too-dark': '明るい場所へ移動してください',
  'hint.too-bright': '明るすぎます。光を避けてください',
  'hint.move-closer': 'もう少し近づいてください',
  'hint.move-back': '少し離れてください',
  'hint.move-left': '少し左に動いてください',
  'hint.move-right': '少し右に動いてください',
  'hint.move-up': '少し上に動いてください',
  'hint.move-down': '少し下に動いてください',
  'hint.look-straight': '正面を向いてください',
  'hint.relax-face': '力を抜き、口を閉じてください',
  'hint.uncover-face': '顔を覆わないでください',
  'hint.eyes-closed': '目を開けてください',
  'hint.backlit': '光の方を向いてください',
  'hint.blurred': '動かずに、レンズを拭いてください',
  'hint.hold-still': 'そのまま動かないでください',
  'hint.turn-further': 'もう少し大きく',
  'hint.turn-less': '少し戻してください',
  'hint.smile-wider': 'もっと大きく笑ってください',
  'hint.open-wider': 'もっと大きく開けてください',
  'hint.close-eyes-fully': '両目をしっかり閉じてください',
  'hint.more-slowly': 'もう一度、少しゆっくりお願いします',

  'error.reference': (code) => `コード：${code}`,
  'error.camera-denied.title': 'カメラが許可されていません',
  'error.camera-denied.action':
    'ブラウザーの設定でこのページのカメラを許可してから、もう一度お試しください。',
  'error.camera-dismissed.title': 'カメラがまだ許可されていません',
  'error.camera-dismissed.action':
    'もう一度お試しになり、ブラウザーの確認で「許可」を選んでください。',
  'error.camera-blocked-by-system.title': '端末がブラウザーのカメラ使用を止めています',
  'error.camera-blocked-by-system.action':
    '端末のプライバシー設定でブラウザーにカメラを許可してから、もう一度お試しください。',
  'error.camera-failed.title': 'カメラを開けませんでした',
  'error.camera-failed.action':
    'もう一度試すか、別のカメラを選ぶか、別のブラウザーでこのページを開いてください。',
  'error.camera-blank.title': 'カメラに何も映りませんでした',
  'error.camera-blank.action':
    'カメラのカバーを開けるか、別のカメラを選んでから、もう一度お試しください。',
  'error.camera-blocked-by-policy.title': 'このページではカメラが無効です',
  'error.camera-blocked-by-policy.action':
    'お客様ご自身では変更できません。このページの運営者にお知らせください。',
  'error.camera-in-use.title': 'カメラが使用中です',
  'error.camera-in-use.action':
    'ビデオ通話など、カメラを使用している他のアプリやタブを閉じてから、もう一度お試しください。',
  'error.camera-missing.title': 'カメラが見つかりません',
  'error.camera-missing.action':
    'カメラを接続してもう一度試すか、カメラ付きのスマートフォンでこのページを開いてください。',
  'error.camera-lost.title': 'カメラが停止しました',
  'error.camera-lost.action':
    'カメラが接続され、他のアプリで使用されていないことを確認してから、もう一度お試しください。',
  'error.insecure-context.title': 'このページの接続は安全ではありません',
  'error.insecure-context.action':
    'カメラは安全なページでのみ使用できます。https:// で始まるアドレスを開くか、このページの運営者にお知らせください。',
  'error.unsupported-browser.title': 'このブラウザーでは確認を行えません',
  'error.unsupported-browser.action':
    'ブラウザーを更新するか、最新の Chrome、Edge、Firefox、Safari でこのページを開いてください。',
  'error.canvas-scrambled.title': 'このブラウザーはカメラの映像を変えてしまいます',
  'error.canvas-scrambled.action':
    'フィンガープリント対策の機能によるものです。このページでその機能をオフにして再読み込みするか、別のブラウザーで開いてください。',
  'error.assets-unreachable.title': '読み込めませんでした',
  'error.assets-unreachable.action':
    'インターネットに接続していることを確認してから、もう一度お試しください。',
  'error.assets-corrupt.title': '読み込めませんでした',
  'error.assets-corrupt.action':
    'お使いの端末ではなく、このページに問題があります。運営者にお知らせください。',
  'error.blocked-by-csp.title': '読み込めませんでした',
  'error.blocked-by-csp.action':
    'お使いの端末ではなく、このページに問題があります。運営者にお知らせください。',
  'error.tracker-failed.title': '確認が停止しました',
  'error.tracker-failed.action':
    '他のアプリやタブを閉じてから、もう一度お試しください。繰り返す場合は、別のブラウザーをお使いください。',
  'error.token-missing.title': '確認を開始できませんでした',
  'error.token-missing.action':
    'ページを再読み込みしてください。解決しない場合は、運営者にお知らせください。',
  'error.token-expired.title': '時間がかかりすぎました',
  'error.token-expired.action': '安全のため、確認は数分で終了します。もう一度お試しください。',
  'error.token-used.title': 'この確認はすでに使用されています',
  'error.token-used.action':
    '一回の確認は一度だけ有効です。もう一度試して、新しく開始してください。',
  'error.token-refused.title': '確認を開始できませんでした',
  'error.token-refused.action':
    'もう一度ログインが必要な場合があります。ページを再読み込みしてください。解決しない場合は、運営者にお知らせください。',
  'error.gesture-timeout.title': '動作を確認できませんでした',
  'error.gesture-timeout.action':
    '顔に十分な光を当て、ゆっくりはっきり動いて、もう一度お試しください。',
  'error.check-timeout.title': '時間切れです',
  'error.check-timeout.action':
    '均一に明るい場所で、カメラを目の高さに持ち、顔を枠の中に保って、もう一度お試しください。',
  'error.network.title': '接続がありません',
  'error.network.action':
    'インターネットに接続していることを確認してから、もう一度お試しください。',
  'error.too-many-requests.title': '試行回数が多すぎます',
  'error.too-many-requests.action': 'しばらく待ってから、もう一度お試しください。',
  'error.pacing-unavailable.title': 'ここでは確認を行えません',
  'error.pacing-unavailable.action': 'このページの運営者に、下のコードを添えてお知らせください。',
  'error.invalid-option.title': 'ここでは確認を行えません',
  'error.invalid-option.action': 'このページの運営者に、下のコードを添えてお知らせください。',
  'error.answer-unexpected.title': '応答を読み取れませんでした',
  'error.answer-unexpected.action':
    '公共のネットワークでは、先にログインが必要な場合があります。接続を確認して、もう一度お試しください。繰り返し起こる場合は、このページの運営者にお知らせください。',
  'error.redirect-refused.title': '安全のため停止しました',
  'error.redirect-refused.action': 'このページの運営者に、下のコードを添えてお知らせください。',
  'error.rejected.title': '確認が受け付けられませんでした',
  'error.rejected.action': 'このページの運営者に、下のコードを添えてお知らせください。',
  'error.result-unavailable.title': '結果がまだ届いていません',
  'error.result-unavailable.action':
    '画像は届いています。後ほど結果をお知らせする場合があります。お知らせがない場合は、もう一度お試しください。',
  'error.no-face.title': '画像の顔がはっきりしませんでした',
  'error.no-face.action': '均一に明るい場所で、顔全体を枠の中に保って、もう一度お試しください。',
  'error.face-occluded.title': '顔が隠れていました',
  'error.face-occluded.action':
    'マスク、サングラス、帽子を外し、髪や手が顔にかからないようにして、もう一度お試しください。',
  'error.multiple-faces.title': '複数の顔が映っていました',
  'error.multiple-faces.action': '他の人が映らないようにして、もう一度お試しください。',
  'error.not-live.title': '確認できませんでした',
  'error.not-live.action':
    '写真や画面ではなく、ご自身の顔を映してください。均一に明るい場所で、もう一度お試しください。',
  'error.internal.title': '問題が発生しました',
  'error.internal.action':
    'お客様のせいではありません。もう一度お試しください。繰り返す場合は、このページの運営者にお知らせください。',
  'error.analysis-failed.title': '画像を確認できませんでした',
  'error.analysis-failed.action':
    'お客様のせいではありません。もう一度試すか、しばらくしてからお越しください。',
};
