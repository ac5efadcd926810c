/** The languages of the demo's own words; the element brings its own. */
export const LANGUAGES = ['id', 'en'] as const;

/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

/** The demo's own words. */
export interface Words {
  readonly language: string;
  readonly sentence: string;
  readonly simulatedPerson: string;
  readonly simulatedPersonHint: string;
  readonly simulatedPersonWithoutWebgl: string;
  readonly simulatedPersonFailed: string;
  readonly logTitle: string;
  readonly logEmpty: string;
  readonly live: string;
  readonly notLive: string;
  readonly notJudged: string;
  readonly score: string;
  readonly job: string;
  readonly sent: string;
  readonly footer: string;
}

/** Every word in every language. */
export const WORDS: Readonly<Record<Language, Words>> = {
  id: {
    language: 'Bahasa',
    sentence: 'Tunjukkan dengan tiga gerakan kecil bahwa Anda benar-benar ada di sini.',
    simulatedPerson: 'Tidak ada kamera? Pakai orang simulasi',
    simulatedPersonHint: 'Gambar komputer yang melakukan apa yang diminta.',
    simulatedPersonWithoutWebgl:
      'Gambar komputer yang melakukan apa yang diminta, digambar tanpa WebGL.',
    simulatedPersonFailed:
      'Tidak dapat digambar di peramban ini. Pemeriksaan akan memakai kamera Anda.',
    logTitle: 'Yang terjadi',
    logEmpty: 'Setiap peristiwa muncul di sini pada saat terjadi.',
    live: 'Orang sungguhan',
    notLive: 'Bukan orang sungguhan',
    notJudged: 'Tidak dapat dinilai',
    score: 'Skor',
    job: 'ID tugas',
    sent: 'Gambar yang dikirim',
    footer:
      'Halaman, backend, dan layanan berjalan di komputer ini. Tidak ada yang dikirim ke tempat lain.',
  },
  en: {
    language: 'Language',
    sentence: 'Show with three small movements that you are really here.',
    simulatedPerson: 'No camera? Use the simulated person',
    simulatedPersonHint: 'A computer drawing that does what it is asked.',
    simulatedPersonWithoutWebgl:
      'A computer drawing that does what it is asked, drawn without WebGL.',
    simulatedPersonFailed: 'It cannot be drawn in this browser. A check will use your camera.',
    logTitle: 'What happens',
    logEmpty: 'Every event appears here as it happens.',
    live: 'A live person',
    notLive: 'Not a live person',
    notJudged: 'Could not be judged',
    score: 'Score',
    job: 'Job',
    sent: 'Images that were sent',
    footer: 'Page, backend and service run on this computer. Nothing is sent anywhere else.',
  },
};

/** The language to begin with: the one in the address, else the browser's, else Indonesian. */
export function firstLanguage(search: string, preferred: readonly string[]): Language {
  const wanted = [new URLSearchParams(search).get('lang') ?? '', ...preferred];
  for (const tag of wanted) {
    const language = LANGUAGES.find((known) => tag.toLowerCase().split('-')[0] === known);
    if (language) return language;
  }
  return 'id';
}
