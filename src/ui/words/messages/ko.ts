import type { Messages } from './messages.ts';

/** Korean, in the polite form (해요체, with 주세요 for requests). */
export const ko: Messages = {
  $code: 'ko',
  $name: '한국어',
  $dir: 'ltr',

  'start.title': '간단한 얼굴 확인',
  'start.lead': '실제 사람이 카메라 앞에 있는지 확인해요.',
  'start.duration': (seconds) => `약 ${seconds}초 걸려요`,
  'start.step-position': '얼굴을 타원 안에 맞춰 주세요',
  'start.step-gestures': (count) => `간단한 동작을 ${count}번 해 주세요`,
  'start.step-passive': '잠시 움직이지 말아 주세요',
  'start.privacy': (recipient) =>
    `카메라는 확인하는 동안에만 켜져요. 실제 사람이 카메라 앞에 있는지 확인하기 위해 ${recipient}에 사진 몇 장을 보내요. 동영상은 녹화하지 않아요.`,
  'start.privacy-deleted': '사진은 확인이 끝나면 삭제돼요.',
  'start.privacy-kept': (days) => `사진은 ${days}일 후에 삭제돼요.`,
  'start.privacy-unsaid': '사진 보관 기간은 이 페이지의 개인정보 안내에 나와 있어요.',

  'preparing.title': '준비하고 있어요',
  'preparing.permission': '브라우저가 물으면 카메라를 허용해 주세요',
  'preparing.loading': (percent) => `불러오는 중… ${percent}%`,

  'positioning.restarted': '시간이 지나 처음부터 다시 시작해요',
  'holding.detail': '카메라를 똑바로 봐 주세요',
  'gesture.step': (step, count) => `${count}단계 중 ${step}단계`,

  'submitting.title': '사진을 보내고 있어요',
  'submitting.detail': '카메라가 꺼졌어요. 이 페이지를 닫지 말아 주세요.',
  'judging.title': '사진을 확인하고 있어요',
  'judging.detail': '보통 몇 초면 끝나요.',
  'passed.title': '확인이 끝났어요',
  'passed.detail': '감사합니다. 계속 진행하실 수 있어요.',
  'sent.title': '감사합니다',
  'sent.detail': '확인 요청을 보냈어요. 결과는 따로 알려 드려요.',
  'cancelled.title': '확인을 취소했어요',
  'cancelled.detail': '카메라가 꺼졌어요. 언제든지 다시 시작하실 수 있어요.',

  'camera.choose': '카메라 선택',
  'camera.front': '전면 카메라',
  'camera.back': '후면 카메라',
  'camera.numbered': (number) => `카메라 ${number}`,

  'action.start': '시작',
  'action.cancel': '취소',
  'action.retry': '다시 시도',
  'retry.reload': '다시 시도하려면 이 페이지를 새로 고쳐 주세요.',
  'action.restart': '다시 시작',
  'action.swap': '이 동작은 할 수 없어요',
  'action.more-time': '시간이 더 필요해요',
  'start.more-time': '이제 시간이 더 넉넉해요. 천천히 하세요.',
  'action.speak': '소리 내어 읽기',
  'action.fall-silent': '읽기 멈추기',
  'consent.label': '동의해요',
  'consent.missed': '먼저 동의해 주세요.',
  'gesture.counted': '좋아요',

  'gesture.blink': '눈을 깜빡여 주세요',
  'gesture.smile': '미소를 지어 주세요',
  'gesture.turn-left': '고개를 왼쪽으로 돌리세요',
  'gesture.turn-right': '고개를 오른쪽으로 돌리세요',
  'gesture.nod-up': '고개를 들어 주세요',
  'gesture.nod-down': '고개를 숙여 주세요',
  'gesture.open-mouth': '입을 벌려 주세요',

  'hint.camera-black': '화면이 검기만 해요. 카메라 덮개를 열어 주세요',
  'hint.camera-plain': '카메라를 가리지 마세요',
  'hint.camera-frozen': '화면이 멈춰 있어요',
  'hint.no-face': '얼굴을 타원에 맞춰 주세요',
  'hint.multiple-faces': '한 사람만 나오게 해 주세요',
  'hint.too-dark': '더 밝은 곳으로 가 주세요',
  'hint.too-bright': '너무 밝아요. 빛을 피해 주세요',
  'hint.move-closer': '조금 더 가까이 와 주세요',
  'hint.move-back': '조금 뒤로 가 주세요',
  'hint.move-left': '조금 왼쪽으로 가 주세요',
  'hint.move-right': '조금 오른쪽으로 가 주세요',
  'hint.move-up': '조금 위로 움직여 주세요',
  'hint.move-down': '조금 아래로 움직여 주세요',
  'hint.look-straight': '정면을 봐 주세요',
  'hint.relax-face': '힘을 빼고 입을 다물어 주세요',
  'hint.uncover-face': '얼굴을 가리지 마세요',
  'hint.eyes-closed': '눈을 떠 주세요',
  'hint.backlit': '빛이 있는 쪽을 향해 주세요',
  'hint.blurred': '움직이지 말고 렌즈를 닦아 주세요',
  'hint.hold-still': '움직이지 말아 주세요',
  'hint.turn-further': '조금만 더',
  'hint.smile-wider': '더 크게 웃어 주세요',
  'hint.open-wider': '더 크게 벌려 주세요',
  'hint.close-eyes-fully': '두 눈을 완전히 감아 주세요',
  'hint.more-slowly': '한 번 더, 조금 천천히 해 주세요',

  'error.reference': (code) => `코드: ${code}`,
  'error.camera-denied.title': '카메라가 허용되지 않았어요',
  'error.camera-denied.action':
    '브라우저 설정에서 이 페이지의 카메라를 허용한 뒤 다시 시도해 주세요.',
  'error.camera-dismissed.title': '카메라가 아직 허용되지 않았어요',
  'error.camera-dismissed.action': '다시 시도하고 브라우저가 물으면 ‘허용’을 선택해 주세요.',
  'error.camera-blocked-by-system.title': '기기가 브라우저의 카메라 사용을 막고 있어요',
  'error.camera-blocked-by-system.action':
    '기기의 개인정보 보호 설정에서 브라우저에 카메라를 허용한 뒤 다시 시도해 주세요.',
  'error.camera-failed.title': '카메라를 열 수 없었어요',
  'error.camera-failed.action':
    '다시 시도하거나 다른 카메라를 선택하거나 다른 브라우저에서 이 페이지를 열어 주세요.',
  'error.camera-blank.title': '카메라에 아무것도 보이지 않았어요',
  'error.camera-blank.action': '카메라 덮개를 열거나 다른 카메라를 선택한 뒤 다시 시도해 주세요.',
  'error.camera-blocked-by-policy.title': '이 페이지에서는 카메라가 꺼져 있어요',
  'error.camera-blocked-by-policy.action':
    '직접 바꾸실 수 없어요. 이 페이지를 운영하는 곳에 알려 주세요.',
  'error.camera-in-use.title': '카메라가 사용 중이에요',
  'error.camera-in-use.action':
    '영상 통화처럼 카메라를 쓰는 다른 앱과 탭을 닫고 다시 시도해 주세요.',
  'error.camera-missing.title': '카메라를 찾을 수 없어요',
  'error.camera-missing.action':
    '카메라를 연결하고 다시 시도하시거나, 카메라가 있는 휴대전화에서 이 페이지를 열어 주세요.',
  'error.camera-lost.title': '카메라가 멈췄어요',
  'error.camera-lost.action':
    '카메라가 연결되어 있고 다른 앱이 쓰고 있지 않은지 확인한 뒤 다시 시도해 주세요.',
  'error.insecure-context.title': '이 페이지의 연결이 안전하지 않아요',
  'error.insecure-context.action':
    '카메라는 안전한 페이지에서만 쓸 수 있어요. https://로 시작하는 주소를 여시거나, 이 페이지를 운영하는 곳에 알려 주세요.',
  'error.unsupported-browser.title': '이 브라우저에서는 확인할 수 없어요',
  'error.unsupported-browser.action':
    '브라우저를 업데이트하시거나, 최신 Chrome, Edge, Firefox, Safari에서 이 페이지를 열어 주세요.',
  'error.assets-unreachable.title': '불러오지 못했어요',
  'error.assets-unreachable.action': '인터넷에 연결되어 있는지 확인한 뒤 다시 시도해 주세요.',
  'error.assets-corrupt.title': '불러오지 못했어요',
  'error.assets-corrupt.action':
    '사용하시는 기기가 아니라 이 페이지에 문제가 있어요. 운영하는 곳에 알려 주세요.',
  'error.blocked-by-csp.title': '불러오지 못했어요',
  'error.blocked-by-csp.action':
    '사용하시는 기기가 아니라 이 페이지에 문제가 있어요. 운영하는 곳에 알려 주세요.',
  'error.tracker-failed.title': '확인이 멈췄어요',
  'error.tracker-failed.action':
    '다른 앱과 탭을 닫고 다시 시도해 주세요. 계속 그러면 다른 브라우저를 써 주세요.',
  'error.token-missing.title': '확인을 시작할 수 없어요',
  'error.token-missing.action':
    '페이지를 새로 고쳐 주세요. 그래도 안 되면 운영하는 곳에 알려 주세요.',
  'error.token-expired.title': '확인에 시간이 너무 오래 걸렸어요',
  'error.token-expired.action': '안전을 위해 확인은 몇 분 뒤에 끝나요. 다시 시도해 주세요.',
  'error.token-used.title': '이미 사용한 확인이에요',
  'error.token-used.action': '확인은 한 번만 쓸 수 있어요. 다시 시도해서 새로 시작해 주세요.',
  'error.token-refused.title': '확인을 시작할 수 없어요',
  'error.token-refused.action':
    '다시 로그인해야 할 수 있어요. 페이지를 새로 고쳐 주세요. 그래도 안 되면 운영하는 곳에 알려 주세요.',
  'error.gesture-timeout.title': '동작이 보이지 않았어요',
  'error.gesture-timeout.action':
    '얼굴에 빛이 잘 들게 하고 천천히 또렷하게 움직이며 다시 시도해 주세요.',
  'error.check-timeout.title': '시간이 지났어요',
  'error.check-timeout.action':
    '빛이 고른 곳에서 카메라를 눈높이로 들고 얼굴을 타원 안에 둔 채 다시 시도해 주세요.',
  'error.network.title': '연결되어 있지 않아요',
  'error.network.action': '인터넷에 연결되어 있는지 확인한 뒤 다시 시도해 주세요.',
  'error.too-many-requests.title': '너무 여러 번 시도했어요',
  'error.too-many-requests.action': '잠시 기다린 뒤 다시 시도해 주세요.',
  'error.pacing-unavailable.title': '여기서는 확인할 수 없어요',
  'error.pacing-unavailable.action': '이 페이지를 운영하는 곳에 아래 코드와 함께 알려 주세요.',
  'error.invalid-option.title': '여기서는 확인할 수 없어요',
  'error.invalid-option.action': '이 페이지를 운영하는 곳에 아래 코드와 함께 알려 주세요.',
  'error.answer-unexpected.title': '응답을 읽을 수 없어요',
  'error.answer-unexpected.action':
    '일부 공용 네트워크는 먼저 로그인해야 해요. 연결을 확인하고 다시 시도해 주세요. 계속되면 이 페이지를 운영하는 곳에 알려 주세요.',
  'error.redirect-refused.title': '안전을 위해 중단했어요',
  'error.redirect-refused.action': '이 페이지를 운영하는 곳에 아래 코드와 함께 알려 주세요.',
  'error.rejected.title': '확인이 접수되지 않았어요',
  'error.rejected.action': '이 페이지를 운영하는 곳에 아래 코드와 함께 알려 주세요.',
  'error.result-unavailable.title': '아직 결과가 없어요',
  'error.result-unavailable.action':
    '사진은 잘 받았어요. 나중에 결과를 알려 드릴 수 있어요. 소식이 없으면 다시 시도해 주세요.',
  'error.no-face.title': '사진에서 얼굴이 또렷하지 않았어요',
  'error.no-face.action': '빛이 고른 곳에서 얼굴 전체를 타원 안에 두고 다시 시도해 주세요.',
  'error.face-occluded.title': '얼굴이 가려졌어요',
  'error.face-occluded.action':
    '마스크, 선글라스, 모자를 벗고 머리카락이나 손이 얼굴을 가리지 않게 한 뒤 다시 시도해 주세요.',
  'error.multiple-faces.title': '얼굴이 둘 이상 보였어요',
  'error.multiple-faces.action': '다른 사람이 보이지 않게 한 뒤 다시 시도해 주세요.',
  'error.not-live.title': '확인하지 못했어요',
  'error.not-live.action':
    '사진이나 화면이 아니라 본인 얼굴로 해 주세요. 빛이 고른 곳에서 다시 시도해 주세요.',
  'error.internal.title': '문제가 생겼어요',
  'error.internal.action':
    '고객님 잘못이 아니에요. 다시 시도해 주세요. 계속 그러면 이 페이지를 운영하는 곳에 알려 주세요.',
  'error.analysis-failed.title': '사진을 확인하지 못했어요',
  'error.analysis-failed.action':
    '고객님 잘못이 아니에요. 다시 시도하시거나 잠시 뒤에 다시 와 주세요.',
};
