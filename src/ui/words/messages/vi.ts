import type { Messages } from './messages.ts';

/** Vietnamese, in the form of address that banks use. */
export const vi: Messages = {
  $code: 'vi',
  $name: 'Tiếng Việt',
  $dir: 'ltr',

  'start.title': 'Kiểm tra khuôn mặt nhanh',
  'start.lead': 'Bước này xác nhận có người thật trước máy ảnh.',
  'start.duration': (seconds) => `Mất khoảng ${seconds} giây`,
  'start.step-position': 'Đưa khuôn mặt vào khung bầu dục',
  'start.step-gestures': (count) => `Thực hiện ${count} động tác nhỏ`,
  'start.step-passive': 'Giữ yên trong giây lát',
  'start.privacy': (recipient) =>
    `Máy ảnh chỉ bật trong lúc kiểm tra. ${recipient} nhận một vài ảnh tĩnh để biết có người thật trước máy ảnh. Không quay video.`,
  'start.privacy-deleted': 'Ảnh được xóa sau khi kiểm tra xong.',
  'start.privacy-kept': (days) => `Ảnh được xóa sau ${days} ngày.`,
  'start.privacy-unsaid': 'Thông báo quyền riêng tư của trang này cho biết ảnh được giữ bao lâu.',

  'preparing.title': 'Đang chuẩn bị',
  'preparing.permission': 'Hãy cho phép dùng máy ảnh nếu được hỏi',
  'preparing.loading': (percent) => `Đang tải… ${percent}%`,

  'positioning.restarted': 'Đã hết giờ nên chúng ta bắt đầu lại',
  'holding.detail': 'Nhìn thẳng vào máy ảnh',
  'gesture.step': (step, count) => `Bước ${step} trên ${count}`,

  'action.handoff': 'Dùng điện thoại thay thế',
  'handoff.title': 'Tiếp tục trên điện thoại của bạn',
  'handoff.scan': 'Hướng camera điện thoại vào mã này rồi mở địa chỉ. Hãy giữ trang này mở.',
  'handoff.address': 'Hoặc mở địa chỉ này trên điện thoại của bạn:',
  'action.copy': 'Sao chép địa chỉ',
  'handoff.copied': 'Đã sao chép địa chỉ',
  'handoff.running-title': 'Hãy tiếp tục bằng điện thoại',
  'handoff.running': 'Phần kiểm tra đang mở trên điện thoại của bạn. Hãy giữ trang này mở.',
  'submitting.title': 'Đang gửi ảnh của Quý khách',
  'submitting.detail': 'Máy ảnh đã tắt. Vui lòng không đóng trang này.',
  'judging.title': 'Đang kiểm tra ảnh của Quý khách',
  'judging.detail': 'Thường chỉ mất vài giây.',
  'passed.title': 'Kiểm tra hoàn tất',
  'passed.detail': 'Xin cảm ơn. Quý khách có thể tiếp tục.',
  'sent.title': 'Xin cảm ơn',
  'sent.detail': 'Đã gửi thông tin kiểm tra. Quý khách sẽ được thông báo kết quả.',
  'cancelled.title': 'Đã hủy kiểm tra',
  'cancelled.detail': 'Máy ảnh đã tắt. Quý khách có thể bắt đầu lại bất cứ lúc nào.',

  'camera.choose': 'Chọn máy ảnh',
  'camera.front': 'Máy ảnh trước',
  'camera.back': 'Máy ảnh sau',
  'camera.numbered': (number) => `Máy ảnh ${number}`,

  'action.start': 'Bắt đầu',
  'action.cancel': 'Hủy',
  'action.retry': 'Thử lại',
  'retry.reload': 'Để thử lại, vui lòng tải lại trang này.',
  'retry.in-app':
    'Trang này có đang mở trong một ứng dụng khác không? Hãy mở bằng trình duyệt của bạn từ menu của ứng dụng đó rồi thử lại ở đó.',
  'action.restart': 'Bắt đầu lại',
  'action.swap': 'Tôi không làm được động tác này',
  'action.more-time': 'Tôi cần thêm thời gian',
  'start.more-time': 'Bây giờ quý khách có thêm thời gian. Quý khách cứ thong thả.',
  'action.speak': 'Đọc thành tiếng',
  'action.fall-silent': 'Ngừng đọc thành tiếng',
  'consent.label': 'Tôi đồng ý',
  'consent.missed': 'Vui lòng đồng ý trước.',
  'gesture.counted': 'Tốt lắm',

  'gesture.blink': 'Chớp mắt',
  'gesture.smile': 'Mỉm cười',
  'gesture.turn-left': 'Quay đầu sang trái',
  'gesture.turn-right': 'Quay đầu sang phải',
  'gesture.nod-up': 'Ngẩng đầu lên',
  'gesture.nod-down': 'Cúi đầu xuống',
  'gesture.open-mouth': 'Há miệng',
  'gesture.dot-up': 'Hướng mũi vào chấm tròn: lên trên',
  'gesture.dot-up-right': 'Hướng mũi vào chấm tròn: lên bên phải',
  'gesture.dot-right': 'Hướng mũi vào chấm tròn: sang phải',
  'gesture.dot-down-right': 'Hướng mũi vào chấm tròn: xuống bên phải',
  'gesture.dot-down': 'Hướng mũi vào chấm tròn: xuống dưới',
  'gesture.dot-down-left': 'Hướng mũi vào chấm tròn: xuống bên trái',
  'gesture.dot-left': 'Hướng mũi vào chấm tròn: sang trái',
  'gesture.dot-up-left': 'Hướng mũi vào chấm tròn: lên bên trái',

  'hint.camera-black': 'Máy ảnh chỉ thấy màu đen: hãy mở nắp che',
  'hint.camera-plain': 'Bỏ vật che máy ảnh',
  'hint.camera-frozen': 'Hình đứng yên',
  'hint.no-face': 'Đưa mặt vào khung bầu dục',
  'hint.multiple-faces': 'Chỉ một khuôn mặt',
  'hint.too-dark': 'Tìm nơi sáng hơn',
  'hint.too-bright': 'Quá sáng, hãy tránh ánh sáng',
  'hint.move-closer': 'Lại gần hơn',
  'hint.move-back': 'Lùi lại một chút',
  'hint.move-left': 'Dịch sang trái một chút',
  'hint.move-right': 'Dịch sang phải một chút',
  'hint.move-up': 'Dịch lên một chút',
  'hint.move-down': 'Dịch xuống một chút',
  'hint.look-straight': 'Nhìn thẳng về phía trước',
  'hint.relax-face': 'Thả lỏng mặt, ngậm miệng',
  'hint.uncover-face': 'Đừng che khuôn mặt',
  'hint.eyes-closed': 'Mở mắt',
  'hint.backlit': 'Quay mặt về phía ánh sáng',
  'hint.blurred': 'Giữ yên và lau ống kính',
  'hint.hold-still': 'Giữ yên',
  'hint.turn-further': 'Thêm một chút nữa',
  'hint.turn-less': 'Bớt lại một chút',
  'hint.smile-wider': 'Cười rộng hơn',
  'hint.open-wider': 'Mở rộng hơn',
  'hint.close-eyes-fully': 'Nhắm hẳn cả hai mắt',
  'hint.more-slowly': 'Làm lại lần nữa, chậm hơn một chút',

  'error.reference': (code) => `Mã: ${code}`,
  'error.camera-denied.title': 'Chưa được phép dùng máy ảnh',
  'error.camera-denied.action':
    'Hãy cho phép trang này dùng máy ảnh trong phần cài đặt trình duyệt rồi thử lại.',
  'error.camera-dismissed.title': 'Máy ảnh chưa được cho phép',
  'error.camera-dismissed.action': 'Hãy thử lại và chọn “Cho phép” khi trình duyệt hỏi.',
  'error.camera-blocked-by-system.title': 'Thiết bị chặn máy ảnh với trình duyệt',
  'error.camera-blocked-by-system.action':
    'Hãy cho phép trình duyệt dùng máy ảnh trong phần cài đặt quyền riêng tư của thiết bị rồi thử lại.',
  'error.camera-failed.title': 'Không mở được máy ảnh',
  'error.camera-failed.action':
    'Hãy thử lại, chọn máy ảnh khác hoặc mở trang này bằng trình duyệt khác.',
  'error.camera-blank.title': 'Máy ảnh không có hình',
  'error.camera-blank.action': 'Hãy mở nắp che máy ảnh hoặc chọn máy ảnh khác rồi thử lại.',
  'error.camera-blocked-by-policy.title': 'Máy ảnh bị tắt đối với trang này',
  'error.camera-blocked-by-policy.action':
    'Quý khách không thể tự thay đổi điều này. Vui lòng báo cho đơn vị quản lý trang.',
  'error.camera-in-use.title': 'Máy ảnh đang bận',
  'error.camera-in-use.action':
    'Hãy đóng các ứng dụng và thẻ khác đang dùng máy ảnh, chẳng hạn cuộc gọi video, rồi thử lại.',
  'error.camera-missing.title': 'Không tìm thấy máy ảnh',
  'error.camera-missing.action':
    'Hãy kết nối máy ảnh rồi thử lại, hoặc mở trang này trên điện thoại có máy ảnh.',
  'error.camera-lost.title': 'Máy ảnh đã dừng',
  'error.camera-lost.action':
    'Hãy kiểm tra máy ảnh đã được kết nối và không bị ứng dụng khác sử dụng, rồi thử lại.',
  'error.insecure-context.title': 'Kết nối của trang này không an toàn',
  'error.insecure-context.action':
    'Máy ảnh chỉ dùng được trên trang an toàn. Hãy mở địa chỉ bắt đầu bằng https://, hoặc báo cho đơn vị quản lý trang.',
  'error.unsupported-browser.title': 'Trình duyệt này không hỗ trợ kiểm tra',
  'error.unsupported-browser.action':
    'Hãy cập nhật trình duyệt, hoặc mở trang này bằng Chrome, Edge, Firefox hay Safari bản mới.',
  'error.canvas-scrambled.title': 'Trình duyệt này làm thay đổi hình từ máy ảnh',
  'error.canvas-scrambled.action':
    'Đó là do tính năng chống nhận dạng qua dấu vân tay số. Hãy tắt tính năng này cho trang rồi tải lại, hoặc mở trang bằng trình duyệt khác.',
  'error.assets-unreachable.title': 'Không tải được phần kiểm tra',
  'error.assets-unreachable.action': 'Hãy kiểm tra kết nối mạng rồi thử lại.',
  'error.assets-corrupt.title': 'Không tải được phần kiểm tra',
  'error.assets-corrupt.action':
    'Lỗi nằm ở trang này, không phải ở thiết bị của Quý khách. Vui lòng báo cho đơn vị quản lý trang.',
  'error.blocked-by-csp.title': 'Không tải được phần kiểm tra',
  'error.blocked-by-csp.action':
    'Lỗi nằm ở trang này, không phải ở thiết bị của Quý khách. Vui lòng báo cho đơn vị quản lý trang.',
  'error.tracker-failed.title': 'Phần kiểm tra đã ngừng hoạt động',
  'error.tracker-failed.action':
    'Hãy đóng các ứng dụng và thẻ khác rồi thử lại. Nếu vẫn xảy ra, hãy dùng trình duyệt khác.',
  'error.token-missing.title': 'Không thể bắt đầu kiểm tra',
  'error.token-missing.action':
    'Hãy tải lại trang. Nếu vẫn không được, vui lòng báo cho đơn vị quản lý trang.',
  'error.token-expired.title': 'Kiểm tra mất quá nhiều thời gian',
  'error.token-expired.action':
    'Để bảo đảm an toàn, lần kiểm tra kết thúc sau vài phút. Vui lòng thử lại.',
  'error.token-used.title': 'Lần kiểm tra này đã được dùng',
  'error.token-used.action':
    'Mỗi lần kiểm tra chỉ dùng được một lần. Vui lòng thử lại để bắt đầu lần mới.',
  'error.token-refused.title': 'Không thể bắt đầu kiểm tra',
  'error.token-refused.action':
    'Quý khách có thể cần đăng nhập lại. Hãy tải lại trang. Nếu vẫn không được, vui lòng báo cho đơn vị quản lý trang.',
  'error.gesture-timeout.title': 'Chưa nhìn thấy động tác',
  'error.gesture-timeout.action':
    'Hãy cử động chậm và rõ, với đủ ánh sáng trên khuôn mặt, rồi thử lại.',
  'error.check-timeout.title': 'Đã hết giờ',
  'error.check-timeout.action':
    'Hãy tìm nơi có ánh sáng đều, giữ máy ảnh ngang tầm mắt và giữ mặt trong khung bầu dục, rồi thử lại.',
  'error.network.title': 'Không có kết nối',
  'error.network.action': 'Hãy kiểm tra kết nối mạng rồi thử lại.',
  'error.too-many-requests.title': 'Thử quá nhiều lần',
  'error.too-many-requests.action': 'Vui lòng chờ một lát rồi thử lại.',
  'error.pacing-unavailable.title': 'Không thể kiểm tra tại đây',
  'error.pacing-unavailable.action':
    'Vui lòng báo cho đơn vị quản lý trang và cung cấp mã bên dưới.',
  'error.invalid-option.title': 'Không thể kiểm tra tại đây',
  'error.invalid-option.action': 'Vui lòng báo cho đơn vị quản lý trang và cung cấp mã bên dưới.',
  'error.answer-unexpected.title': 'Không hiểu được phản hồi',
  'error.answer-unexpected.action':
    'Một số mạng công cộng yêu cầu đăng nhập trước. Vui lòng kiểm tra kết nối rồi thử lại. Nếu vẫn xảy ra, xin báo cho bên quản lý trang này.',
  'error.redirect-refused.title': 'Đã dừng lại để bảo vệ Quý khách',
  'error.redirect-refused.action': 'Vui lòng báo cho đơn vị quản lý trang và cung cấp mã bên dưới.',
  'error.rejected.title': 'Lần kiểm tra không được chấp nhận',
  'error.rejected.action': 'Vui lòng báo cho đơn vị quản lý trang và cung cấp mã bên dưới.',
  'error.result-unavailable.title': 'Chưa có kết quả',
  'error.result-unavailable.action':
    'Chúng tôi đã nhận được ảnh. Quý khách có thể vẫn được thông báo kết quả; nếu không, vui lòng thử lại.',
  'error.no-face.title': 'Khuôn mặt trong ảnh chưa rõ',
  'error.no-face.action':
    'Hãy tìm nơi có ánh sáng đều và giữ cả khuôn mặt trong khung bầu dục, rồi thử lại.',
  'error.face-occluded.title': 'Khuôn mặt bị che',
  'error.face-occluded.action':
    'Hãy bỏ khẩu trang, kính râm hoặc mũ, không để tóc và tay che mặt, rồi thử lại.',
  'error.multiple-faces.title': 'Có nhiều hơn một khuôn mặt',
  'error.multiple-faces.action': 'Hãy bảo đảm không có ai khác trong hình, rồi thử lại.',
  'error.not-live.title': 'Chưa xác nhận được lần kiểm tra',
  'error.not-live.action':
    'Hãy dùng khuôn mặt thật của mình, không dùng ảnh hay màn hình. Tìm nơi có ánh sáng đều rồi thử lại.',
  'error.internal.title': 'Đã xảy ra lỗi',
  'error.internal.action':
    'Đây không phải lỗi của Quý khách. Vui lòng thử lại. Nếu vẫn xảy ra, hãy báo cho đơn vị quản lý trang.',
  'error.analysis-failed.title': 'Không kiểm tra được ảnh',
  'error.analysis-failed.action':
    'Đây không phải lỗi của Quý khách. Vui lòng thử lại, hoặc quay lại sau ít phút.',
};
