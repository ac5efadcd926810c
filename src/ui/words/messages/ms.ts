import type { Messages } from './messages.ts';

/** Malay, in the polite form. */
export const ms: Messages = {
  $code: 'ms',
  $name: 'Bahasa Melayu',
  $dir: 'ltr',

  'start.title': 'Semakan wajah ringkas',
  'start.lead': 'Kami perlu memastikan anda benar-benar berada di hadapan kamera.',
  'start.duration': (seconds) => `Mengambil masa kira-kira ${seconds} saat`,
  'start.step-position': 'Letakkan wajah di dalam bujur',
  'start.step-gestures': (count) => `Buat ${count} pergerakan mudah`,
  'start.step-passive': 'Kekal diam seketika',
  'start.privacy': (recipient) =>
    `Kamera hanya dihidupkan semasa semakan. ${recipient} menerima beberapa gambar untuk memastikan ada orang sebenar di hadapan kamera. Tiada video dirakam.`,
  'start.privacy-deleted': 'Gambar dipadamkan selepas disemak.',
  'start.privacy-kept': (days) => `Gambar dipadamkan selepas ${days} hari.`,
  'start.privacy-unsaid': 'Tempoh gambar disimpan dinyatakan dalam notis privasi halaman ini.',

  'preparing.title': 'Sedang bersedia',
  'preparing.permission': 'Benarkan kamera jika diminta',
  'preparing.loading': (percent) => `Memuatkan… ${percent}%`,

  'positioning.restarted': 'Masa tamat, jadi kita mula semula',
  'holding.detail': 'Pandang terus ke kamera',
  'gesture.step': (step, count) => `Langkah ${step} daripada ${count}`,

  'action.handoff': 'Guna telefon sahaja',
  'handoff.title': 'Teruskan pada telefon anda',
  'handoff.scan':
    'Halakan kamera telefon ke kod ini, kemudian buka alamatnya. Biarkan halaman ini terbuka.',
  'handoff.address': 'Atau buka alamat ini pada telefon anda:',
  'action.copy': 'Salin alamat',
  'handoff.copied': 'Alamat disalin',
  'handoff.running-title': 'Teruskan dengan telefon anda',
  'handoff.running': 'Semakan terbuka pada telefon anda. Biarkan halaman ini terbuka.',
  'submitting.title': 'Menghantar gambar anda',
  'submitting.detail': 'Kamera sudah dimatikan. Sila jangan tutup halaman ini.',
  'judging.title': 'Menyemak gambar anda',
  'judging.detail': 'Biasanya hanya beberapa saat.',
  'passed.title': 'Semakan selesai',
  'passed.detail': 'Terima kasih. Anda boleh teruskan.',
  'sent.title': 'Terima kasih',
  'sent.detail': 'Semakan anda telah dihantar. Keputusannya akan dimaklumkan kepada anda.',
  'cancelled.title': 'Semakan dibatalkan',
  'cancelled.detail': 'Kamera sudah dimatikan. Anda boleh mula semula pada bila-bila masa.',

  'camera.choose': 'Pilih kamera',
  'camera.front': 'Kamera hadapan',
  'camera.back': 'Kamera belakang',
  'camera.numbered': (number) => `Kamera ${number}`,

  'action.start': 'Mula',
  'action.cancel': 'Batal',
  'action.retry': 'Cuba lagi',
  'retry.reload': 'Untuk mencuba lagi, muat semula halaman ini.',
  'retry.in-app':
    'Adakah halaman ini dibuka dalam aplikasi lain? Buka dalam pelayar anda melalui menu aplikasi itu, dan cuba di sana.',
  'action.restart': 'Mula semula',
  'action.swap': 'Saya tidak dapat buat yang ini',
  'action.more-time': 'Saya perlukan lebih masa',
  'start.more-time': 'Kini masanya lebih panjang. Sila ambil masa anda.',
  'action.speak': 'Bacakan arahan',
  'action.fall-silent': 'Berhenti membaca',
  'consent.label': 'Saya bersetuju',
  'consent.missed': 'Sila beri persetujuan dahulu.',
  'gesture.counted': 'Bagus',

  'gesture.blink': 'Kelipkan mata anda',
  'gesture.smile': 'Sila senyum',
  'gesture.turn-left': 'Toleh kepala ke kiri',
  'gesture.turn-right': 'Toleh kepala ke kanan',
  'gesture.nod-up': 'Angkat dagu anda',
  'gesture.nod-down': 'Tundukkan kepala anda',
  'gesture.open-mouth': 'Buka mulut anda',
  'gesture.dot-up': 'Halakan hidung ke titik: atas',
  'gesture.dot-up-right': 'Halakan hidung ke titik: kanan atas',
  'gesture.dot-right': 'Halakan hidung ke titik: kanan',
  'gesture.dot-down-right': 'Halakan hidung ke titik: kanan bawah',
  'gesture.dot-down': 'Halakan hidung ke titik: bawah',
  'gesture.dot-down-left': 'Halakan hidung ke titik: kiri bawah',
  'gesture.dot-left': 'Halakan hidung ke titik: kiri',
  'gesture.dot-up-left': 'Halakan hidung ke titik: kiri atas',

  'hint.camera-black': 'Kamera hanya menunjukkan hitam: buka penutupnya',
  'hint.camera-plain': 'Buka penutup kamera',
  'hint.camera-frozen': 'Gambar tidak bergerak',
  'hint.no-face': 'Letakkan wajah dalam bujur',
  'hint.multiple-faces': 'Satu wajah sahaja',
  'hint.too-dark': 'Cari tempat lebih terang',
  'hint.too-bright': 'Terlalu terang, elakkan cahaya',
  'hint.move-closer': 'Dekatkan wajah anda',
  'hint.move-back': 'Undur sedikit',
  'hint.move-left': 'Gerak sedikit ke kiri',
  'hint.move-right': 'Gerak sedikit ke kanan',
  'hint.move-up': 'Gerak sedikit ke atas',
  'hint.move-down': 'Gerak sedikit ke bawah',
  'hint.look-straight': 'Pandang ke hadapan',
  'hint.relax-face': 'Tenangkan wajah, tutup mulut',
  'hint.uncover-face': 'Jangan tutupi wajah anda',
  'hint.eyes-closed': 'Buka mata anda',
  'hint.backlit': 'Hadapkan wajah ke cahaya',
  'hint.blurred': 'Kekal diam dan lap lensa kamera',
  'hint.hold-still': 'Jangan bergerak',
  'hint.turn-further': 'Sedikit lagi',
  'hint.turn-less': 'Jangan terlalu jauh',
  'hint.smile-wider': 'Senyum lebih lebar',
  'hint.open-wider': 'Buka lebih luas',
  'hint.close-eyes-fully': 'Pejamkan kedua-dua mata sepenuhnya',
  'hint.more-slowly': 'Sekali lagi, perlahan sedikit',

  'error.reference': (code) => `Kod: ${code}`,
  'error.camera-denied.title': 'Kamera tidak dibenarkan',
  'error.camera-denied.action':
    'Benarkan kamera untuk halaman ini dalam tetapan pelayar anda, kemudian cuba lagi.',
  'error.camera-dismissed.title': 'Kamera belum dibenarkan',
  'error.camera-dismissed.action': 'Cuba lagi, dan pilih “Benarkan” apabila pelayar anda bertanya.',
  'error.camera-blocked-by-system.title': 'Peranti anda menyekat kamera daripada pelayar',
  'error.camera-blocked-by-system.action':
    'Benarkan kamera untuk pelayar dalam tetapan privasi peranti anda, kemudian cuba lagi.',
  'error.camera-failed.title': 'Kamera tidak dapat dibuka',
  'error.camera-failed.action':
    'Cuba lagi, pilih kamera lain, atau buka halaman ini dalam pelayar lain.',
  'error.camera-blank.title': 'Kamera tidak menunjukkan gambar',
  'error.camera-blank.action': 'Buka penutup kamera, atau pilih kamera lain, kemudian cuba lagi.',
  'error.camera-blocked-by-policy.title': 'Kamera dimatikan untuk halaman ini',
  'error.camera-blocked-by-policy.action':
    'Anda tidak dapat mengubahnya sendiri. Sila maklumkan kepada pengendali halaman ini.',
  'error.camera-in-use.title': 'Kamera sedang digunakan',
  'error.camera-in-use.action':
    'Tutup aplikasi dan tab lain yang menggunakan kamera, seperti panggilan video, kemudian cuba lagi.',
  'error.camera-missing.title': 'Tiada kamera ditemui',
  'error.camera-missing.action':
    'Sambungkan kamera dan cuba lagi, atau buka halaman ini pada telefon yang mempunyai kamera.',
  'error.camera-lost.title': 'Kamera terhenti',
  'error.camera-lost.action':
    'Pastikan kamera disambungkan dan tidak digunakan oleh aplikasi lain, kemudian cuba lagi.',
  'error.insecure-context.title': 'Sambungan halaman ini tidak selamat',
  'error.insecure-context.action':
    'Kamera hanya boleh digunakan pada halaman yang selamat. Buka alamat yang bermula dengan https://, atau maklumkan kepada pengendali halaman ini.',
  'error.unsupported-browser.title': 'Pelayar ini tidak menyokong semakan',
  'error.unsupported-browser.action':
    'Kemas kini pelayar anda, atau buka halaman ini dalam Chrome, Edge, Firefox atau Safari versi terkini.',
  'error.canvas-scrambled.title': 'Pelayar ini mengubah gambar kamera',
  'error.canvas-scrambled.action':
    'Puncanya perlindungan daripada cap jari digital. Matikan perlindungan itu untuk halaman ini dan muat semula, atau buka halaman ini dalam pelayar lain.',
  'error.assets-unreachable.title': 'Semakan tidak dapat dimuatkan',
  'error.assets-unreachable.action': 'Pastikan anda dalam talian, kemudian cuba lagi.',
  'error.assets-corrupt.title': 'Semakan tidak dapat dimuatkan',
  'error.assets-corrupt.action':
    'Masalahnya pada halaman ini, bukan pada peranti anda. Sila maklumkan kepada pengendalinya.',
  'error.blocked-by-csp.title': 'Semakan tidak dapat dimuatkan',
  'error.blocked-by-csp.action':
    'Masalahnya pada halaman ini, bukan pada peranti anda. Sila maklumkan kepada pengendalinya.',
  'error.tracker-failed.title': 'Semakan terhenti',
  'error.tracker-failed.action':
    'Tutup aplikasi dan tab lain, kemudian cuba lagi. Jika masih berlaku, gunakan pelayar lain.',
  'error.token-missing.title': 'Semakan tidak dapat dimulakan',
  'error.token-missing.action':
    'Muat semula halaman ini. Jika masih gagal, sila maklumkan kepada pengendalinya.',
  'error.token-expired.title': 'Semakan mengambil masa terlalu lama',
  'error.token-expired.action':
    'Demi keselamatan anda, semakan tamat selepas beberapa minit. Sila cuba lagi.',
  'error.token-used.title': 'Semakan ini telah digunakan',
  'error.token-used.action':
    'Setiap semakan hanya sah sekali. Sila cuba lagi untuk memulakan yang baharu.',
  'error.token-refused.title': 'Semakan tidak dapat dimulakan',
  'error.token-refused.action':
    'Anda mungkin perlu log masuk semula. Muat semula halaman ini. Jika masih gagal, sila maklumkan kepada pengendalinya.',
  'error.gesture-timeout.title': 'Pergerakan anda tidak kelihatan',
  'error.gesture-timeout.action':
    'Bergerak perlahan dan jelas dengan cahaya yang cukup pada wajah, kemudian cuba lagi.',
  'error.check-timeout.title': 'Masa tamat',
  'error.check-timeout.action':
    'Cari cahaya yang sekata, pegang kamera pada aras mata dan kekalkan wajah di dalam bujur, kemudian cuba lagi.',
  'error.network.title': 'Tiada sambungan',
  'error.network.action': 'Pastikan anda dalam talian, kemudian cuba lagi.',
  'error.too-many-requests.title': 'Terlalu banyak percubaan',
  'error.too-many-requests.action': 'Tunggu sebentar, kemudian cuba lagi.',
  'error.pacing-unavailable.title': 'Semakan tidak dapat dibuat di sini',
  'error.pacing-unavailable.action':
    'Sila maklumkan kepada pengendali halaman ini dan berikan kod di bawah.',
  'error.invalid-option.title': 'Semakan tidak dapat dibuat di sini',
  'error.invalid-option.action':
    'Sila maklumkan kepada pengendali halaman ini dan berikan kod di bawah.',
  'error.answer-unexpected.title': 'Jawapan tidak dapat difahami',
  'error.answer-unexpected.action':
    'Sesetengah rangkaian awam meminta anda log masuk dahulu. Semak sambungan anda, kemudian cuba lagi. Jika berlaku lagi, sila maklumkan kepada pengendali halaman ini.',
  'error.redirect-refused.title': 'Dihentikan demi keselamatan anda',
  'error.redirect-refused.action':
    'Sila maklumkan kepada pengendali halaman ini dan berikan kod di bawah.',
  'error.rejected.title': 'Semakan tidak diterima',
  'error.rejected.action': 'Sila maklumkan kepada pengendali halaman ini dan berikan kod di bawah.',
  'error.result-unavailable.title': 'Keputusan belum tersedia',
  'error.result-unavailable.action':
    'Gambar anda telah kami terima. Keputusannya mungkin masih akan dimaklumkan; jika tidak, sila cuba lagi.',
  'error.no-face.title': 'Wajah anda kurang jelas dalam gambar',
  'error.no-face.action':
    'Cari cahaya yang sekata dan pastikan seluruh wajah berada di dalam bujur, kemudian cuba lagi.',
  'error.face-occluded.title': 'Wajah anda terlindung',
  'error.face-occluded.action':
    'Tanggalkan pelitup muka, cermin mata gelap atau topi, alihkan rambut dan tangan dari wajah, kemudian cuba lagi.',
  'error.multiple-faces.title': 'Terdapat lebih daripada satu wajah',
  'error.multiple-faces.action':
    'Pastikan tiada orang lain kelihatan dalam kamera, kemudian cuba lagi.',
  'error.not-live.title': 'Semakan belum dapat disahkan',
  'error.not-live.action':
    'Gunakan wajah anda sendiri, bukan foto atau skrin. Cari cahaya yang sekata, kemudian cuba lagi.',
  'error.internal.title': 'Ralat telah berlaku',
  'error.internal.action':
    'Ini bukan salah anda. Sila cuba lagi. Jika berulang, maklumkan kepada pengendali halaman ini.',
  'error.analysis-failed.title': 'Gambar anda tidak dapat disemak',
  'error.analysis-failed.action':
    'Ini bukan salah anda. Sila cuba lagi sekarang atau sebentar lagi.',
};
