import type { Messages } from './messages.ts';

/** Indonesian, in the polite form. */
export const id: Messages = {
  $code: 'id',
  $name: 'Bahasa Indonesia',
  $dir: 'ltr',

  'start.title': 'Verifikasi wajah singkat',
  'start.lead': 'Kami perlu memastikan bahwa Anda benar-benar ada di depan kamera.',
  'start.duration': (seconds) => `Hanya perlu sekitar ${seconds} detik`,
  'start.step-position': 'Posisikan wajah di dalam oval',
  'start.step-gestures': (count) => `Lakukan ${count} gerakan sederhana`,
  'start.step-passive': 'Tetap diam sejenak',
  'start.privacy': (recipient) =>
    `Kamera hanya menyala selama verifikasi. ${recipient} menerima beberapa foto untuk memastikan ada orang sungguhan di depan kamera. Tidak ada video yang direkam.`,
  'start.privacy-deleted': 'Foto dihapus setelah selesai diperiksa.',
  'start.privacy-kept': (days) => `Foto dihapus setelah ${days} hari.`,
  'start.privacy-unsaid': 'Berapa lama foto disimpan tertulis di kebijakan privasi halaman ini.',

  'preparing.title': 'Menyiapkan verifikasi',
  'preparing.permission': 'Izinkan akses kamera jika diminta',
  'preparing.loading': (percent) => `Memuat… ${percent}%`,

  'positioning.restarted': 'Waktu habis, mari ulangi dari awal',
  'holding.detail': 'Tatap lurus ke kamera',
  'gesture.step': (step, count) => `Langkah ${step} dari ${count}`,

  'action.handoff': 'Pakai ponsel saja',
  'handoff.title': 'Lanjutkan di ponsel Anda',
  'handoff.scan':
    'Arahkan kamera ponsel ke kode ini, lalu buka alamatnya. Biarkan halaman ini terbuka.',
  'handoff.address': 'Atau buka alamat ini di ponsel Anda:',
  'action.copy': 'Salin alamat',
  'handoff.copied': 'Alamat disalin',
  'handoff.running-title': 'Lanjutkan dengan ponsel Anda',
  'handoff.running': 'Pemeriksaan terbuka di ponsel Anda. Biarkan halaman ini terbuka.',
  'submitting.title': 'Mengirim foto Anda',
  'submitting.detail': 'Kamera sudah dimatikan. Mohon jangan menutup halaman ini.',
  'judging.title': 'Memeriksa foto Anda',
  'judging.detail': 'Biasanya hanya perlu beberapa detik.',
  'passed.title': 'Verifikasi berhasil',
  'passed.detail': 'Terima kasih. Anda dapat melanjutkan.',
  'sent.title': 'Terima kasih',
  'sent.detail': 'Verifikasi Anda sudah terkirim. Hasilnya akan diberitahukan kepada Anda.',
  'cancelled.title': 'Verifikasi dibatalkan',
  'cancelled.detail': 'Kamera sudah dimatikan. Anda dapat memulai lagi kapan saja.',

  'camera.choose': 'Kamera',
  'camera.front': 'Kamera depan',
  'camera.back': 'Kamera belakang',
  'camera.numbered': (number) => `Kamera ${number}`,

  'action.start': 'Mulai',
  'action.cancel': 'Batal',
  'action.retry': 'Coba lagi',
  'retry.reload': 'Untuk mencoba lagi, muat ulang halaman ini.',
  'retry.in-app':
    'Apakah halaman ini terbuka di dalam aplikasi lain? Buka di peramban Anda lewat menu aplikasi itu, lalu coba di sana.',
  'action.restart': 'Mulai lagi',
  'action.swap': 'Saya tidak bisa melakukan ini',
  'action.more-time': 'Saya perlu lebih banyak waktu',
  'start.more-time': 'Waktunya kini lebih panjang. Silakan lakukan dengan tenang.',
  'action.speak': 'Bacakan petunjuk',
  'action.fall-silent': 'Berhenti membacakan',
  'consent.label': 'Saya setuju',
  'consent.missed': 'Mohon setujui terlebih dahulu.',
  'gesture.counted': 'Bagus',

  'gesture.blink': 'Kedipkan mata Anda',
  'gesture.smile': 'Tersenyumlah',
  'gesture.turn-left': 'Tolehkan kepala ke kiri',
  'gesture.turn-right': 'Tolehkan kepala ke kanan',
  'gesture.nod-up': 'Angkat dagu Anda',
  'gesture.nod-down': 'Tundukkan kepala Anda',
  'gesture.open-mouth': 'Buka mulut Anda',
  'gesture.dot-up': 'Arahkan hidung ke titik: atas',
  'gesture.dot-up-right': 'Arahkan hidung ke titik: kanan atas',
  'gesture.dot-right': 'Arahkan hidung ke titik: kanan',
  'gesture.dot-down-right': 'Arahkan hidung ke titik: kanan bawah',
  'gesture.dot-down': 'Arahkan hidung ke titik: bawah',
  'gesture.dot-down-left': 'Arahkan hidung ke titik: kiri bawah',
  'gesture.dot-left': 'Arahkan hidung ke titik: kiri',
  'gesture.dot-up-left': 'Arahkan hidung ke titik: kiri atas',

  'hint.camera-black': 'Kamera hanya menampilkan hitam: buka penutupnya',
  'hint.camera-plain': 'Buka penutup kamera',
  'hint.camera-frozen': 'Gambar tidak bergerak',
  'hint.no-face': 'Arahkan wajah ke oval',
  'hint.multiple-faces': 'Hanya boleh satu wajah',
  'hint.too-dark': 'Cari tempat lebih terang',
  'hint.too-bright': 'Terlalu terang, hindari cahaya langsung',
  'hint.move-closer': 'Dekatkan wajah Anda',
  'hint.move-back': 'Mundur sedikit',
  'hint.move-left': 'Geser sedikit ke kiri',
  'hint.move-right': 'Geser sedikit ke kanan',
  'hint.move-up': 'Geser sedikit ke atas',
  'hint.move-down': 'Geser sedikit ke bawah',
  'hint.look-straight': 'Hadapkan wajah ke depan',
  'hint.relax-face': 'Rilekskan wajah, tutup mulut',
  'hint.uncover-face': 'Jangan tutupi wajah Anda',
  'hint.eyes-closed': 'Buka mata Anda',
  'hint.backlit': 'Hadapkan wajah ke cahaya',
  'hint.blurred': 'Tahan, dan bersihkan lensa kamera',
  'hint.hold-still': 'Tahan, jangan bergerak',
  'hint.turn-further': 'Sedikit lagi',
  'hint.turn-less': 'Jangan terlalu jauh',
  'hint.smile-wider': 'Senyum lebih lebar',
  'hint.open-wider': 'Buka lebih lebar',
  'hint.close-eyes-fully': 'Pejamkan kedua mata sepenuhnya',
  'hint.more-slowly': 'Sekali lagi, sedikit lebih pelan',

  'error.reference': (code) => `Kode: ${code}`,
  'error.camera-denied.title': 'Kamera belum diizinkan',
  'error.camera-denied.action':
    'Izinkan kamera untuk halaman ini di pengaturan peramban Anda, lalu coba lagi.',
  'error.camera-dismissed.title': 'Kamera belum diizinkan',
  'error.camera-dismissed.action': 'Coba lagi, lalu pilih “Izinkan” saat peramban bertanya.',
  'error.camera-blocked-by-system.title': 'Perangkat Anda memblokir kamera untuk peramban',
  'error.camera-blocked-by-system.action':
    'Izinkan kamera untuk peramban di pengaturan privasi perangkat Anda, lalu coba lagi.',
  'error.camera-failed.title': 'Kamera tidak dapat dibuka',
  'error.camera-failed.action':
    'Coba lagi, pilih kamera lain, atau buka halaman ini di peramban lain.',
  'error.camera-blank.title': 'Kamera tidak menampilkan gambar',
  'error.camera-blank.action': 'Buka penutup kamera, atau pilih kamera lain, lalu coba lagi.',
  'error.camera-blocked-by-policy.title': 'Kamera dinonaktifkan untuk halaman ini',
  'error.camera-blocked-by-policy.action':
    'Anda tidak dapat mengubahnya sendiri. Mohon hubungi pengelola halaman ini.',
  'error.camera-in-use.title': 'Kamera sedang digunakan',
  'error.camera-in-use.action':
    'Tutup aplikasi atau tab lain yang menggunakan kamera, misalnya panggilan video, lalu coba lagi.',
  'error.camera-missing.title': 'Kamera tidak ditemukan',
  'error.camera-missing.action':
    'Sambungkan kamera lalu coba lagi, atau buka halaman ini di ponsel yang memiliki kamera.',
  'error.camera-lost.title': 'Kamera berhenti bekerja',
  'error.camera-lost.action':
    'Pastikan kamera tersambung dan tidak digunakan aplikasi lain, lalu coba lagi.',
  'error.insecure-context.title': 'Koneksi halaman ini tidak aman',
  'error.insecure-context.action':
    'Kamera hanya dapat digunakan di halaman yang aman. Buka alamat yang diawali https://, atau hubungi pengelola halaman ini.',
  'error.unsupported-browser.title': 'Peramban ini tidak mendukung verifikasi',
  'error.unsupported-browser.action':
    'Perbarui peramban Anda, atau buka halaman ini di Chrome, Edge, Firefox, atau Safari versi terbaru.',
  'error.canvas-scrambled.title': 'Peramban ini mengubah gambar kamera',
  'error.canvas-scrambled.action':
    'Penyebabnya perlindungan dari sidik digital. Matikan perlindungan itu untuk halaman ini lalu muat ulang, atau buka halaman ini di peramban lain.',
  'error.assets-unreachable.title': 'Verifikasi gagal dimuat',
  'error.assets-unreachable.action': 'Periksa koneksi internet Anda, lalu coba lagi.',
  'error.assets-corrupt.title': 'Verifikasi gagal dimuat',
  'error.assets-corrupt.action':
    'Masalahnya ada pada halaman ini, bukan pada perangkat Anda. Mohon hubungi pengelolanya.',
  'error.blocked-by-csp.title': 'Verifikasi gagal dimuat',
  'error.blocked-by-csp.action':
    'Masalahnya ada pada halaman ini, bukan pada perangkat Anda. Mohon hubungi pengelolanya.',
  'error.tracker-failed.title': 'Verifikasi terhenti',
  'error.tracker-failed.action':
    'Tutup aplikasi dan tab lain, lalu coba lagi. Jika masih terjadi, gunakan peramban lain.',
  'error.token-missing.title': 'Verifikasi tidak dapat dimulai',
  'error.token-missing.action':
    'Muat ulang halaman ini. Jika tidak membantu, mohon hubungi pengelolanya.',
  'error.token-expired.title': 'Waktu verifikasi sudah habis',
  'error.token-expired.action':
    'Demi keamanan Anda, verifikasi berakhir setelah beberapa menit. Silakan coba lagi.',
  'error.token-used.title': 'Verifikasi ini sudah digunakan',
  'error.token-used.action':
    'Setiap verifikasi hanya berlaku satu kali. Silakan coba lagi untuk memulai yang baru.',
  'error.token-refused.title': 'Verifikasi tidak dapat dimulai',
  'error.token-refused.action':
    'Anda mungkin perlu masuk lagi. Muat ulang halaman ini. Jika tidak membantu, mohon hubungi pengelolanya.',
  'error.gesture-timeout.title': 'Gerakan Anda belum terlihat',
  'error.gesture-timeout.action':
    'Bergeraklah perlahan dan jelas, dengan cahaya yang cukup pada wajah, lalu coba lagi.',
  'error.check-timeout.title': 'Waktu sudah habis',
  'error.check-timeout.action':
    'Cari tempat dengan cahaya yang merata, pegang kamera setinggi mata, dan pastikan wajah tetap di dalam oval, lalu coba lagi.',
  'error.network.title': 'Tidak ada koneksi',
  'error.network.action': 'Periksa koneksi internet Anda, lalu coba lagi.',
  'error.too-many-requests.title': 'Terlalu banyak percobaan',
  'error.too-many-requests.action': 'Tunggu sebentar, lalu coba lagi.',
  'error.pacing-unavailable.title': 'Pemeriksaan tidak dapat dilakukan di sini',
  'error.pacing-unavailable.action':
    'Mohon hubungi pengelola halaman ini dan sampaikan kode di bawah ini.',
  'error.invalid-option.title': 'Pemeriksaan tidak dapat dilakukan di sini',
  'error.invalid-option.action':
    'Mohon hubungi pengelola halaman ini dan sampaikan kode di bawah ini.',
  'error.answer-unexpected.title': 'Jawaban tidak dapat dipahami',
  'error.answer-unexpected.action':
    'Sebagian jaringan publik meminta Anda masuk dulu. Periksa koneksi Anda, lalu coba lagi. Jika terjadi lagi, mohon hubungi pengelola halaman ini.',
  'error.redirect-refused.title': 'Dihentikan demi keamanan Anda',
  'error.redirect-refused.action':
    'Mohon hubungi pengelola halaman ini dan sampaikan kode di bawah ini.',
  'error.rejected.title': 'Pemeriksaan tidak diterima',
  'error.rejected.action': 'Mohon hubungi pengelola halaman ini dan sampaikan kode di bawah ini.',
  'error.result-unavailable.title': 'Hasilnya belum tersedia',
  'error.result-unavailable.action':
    'Foto Anda sudah kami terima. Hasilnya mungkin tetap akan diberitahukan kepada Anda; jika tidak, silakan coba lagi.',
  'error.no-face.title': 'Wajah Anda kurang jelas di foto',
  'error.no-face.action':
    'Cari tempat dengan cahaya yang merata dan pastikan seluruh wajah berada di dalam oval, lalu coba lagi.',
  'error.face-occluded.title': 'Wajah Anda tertutup sesuatu',
  'error.face-occluded.action':
    'Lepaskan masker, kacamata hitam, atau topi, pastikan rambut dan tangan tidak menutupi wajah, lalu coba lagi.',
  'error.multiple-faces.title': 'Ada lebih dari satu wajah',
  'error.multiple-faces.action':
    'Pastikan tidak ada orang lain yang terlihat kamera, lalu coba lagi.',
  'error.not-live.title': 'Verifikasi belum berhasil',
  'error.not-live.action':
    'Gunakan wajah Anda sendiri, bukan foto atau layar. Cari tempat dengan cahaya yang merata, lalu coba lagi.',
  'error.internal.title': 'Terjadi kesalahan',
  'error.internal.action':
    'Ini bukan kesalahan Anda. Silakan coba lagi. Jika terulang, mohon hubungi pengelola halaman ini.',
  'error.analysis-failed.title': 'Foto Anda tidak dapat diperiksa',
  'error.analysis-failed.action':
    'Ini bukan kesalahan Anda. Silakan coba lagi sekarang atau beberapa saat lagi.',
};
