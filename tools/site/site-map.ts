/** A page of the site that is a file of the repository. */
export interface DocumentPage {
  /** Its folder in the site; empty for the first page. */
  readonly path: string;
  /** Its file in the repository. */
  readonly source: string;
  /** What the navigation calls it. */
  readonly title: string;
  /** In one sentence: for the search engine, llms.txt and the first page. */
  readonly summary: string;
}

/** A group of the navigation. */
export interface DocumentGroup {
  readonly title: string;
  readonly pages: readonly DocumentPage[];
}

function page(path: string, source: string, title: string, summary: string): DocumentPage {
  return { path, source, title, summary };
}

/** Every page of the repository that people read, once; the site's navigation, and llms.txt. */
export const DOCUMENTS: readonly DocumentGroup[] = [
  {
    title: 'Begin',
    pages: [
      page(
        'overview',
        'README.md',
        'Overview',
        'What it is, what it does not do, every attribute and event, sizes and browsers.',
      ),
      page(
        'start',
        'docs/start.md',
        'Start in five minutes',
        'From an empty folder to a whole check: packages, service, backend, page.',
      ),
      page(
        'hosts',
        'docs/hosts.md',
        'In your page',
        'The smallest example for each framework and bundler, and the backend of all of them.',
      ),
      page(
        'testing',
        'docs/testing.md',
        'Testing your page',
        'A simulated person does a whole check in your tests, without a camera.',
      ),
      page(
        'web-views',
        'docs/web-views.md',
        'In an app',
        'Android WebView, WKWebView, Flutter and React Native: permissions, and what the page tells the app.',
      ),
    ],
  },
  {
    title: 'The element',
    pages: [
      page(
        'errors',
        'docs/errors.md',
        'Error codes',
        'Every way in which a check ends badly, why, and what to do.',
      ),
      page(
        'languages',
        'docs/languages.md',
        'Languages and texts',
        'Seventeen languages, and how every text is replaced.',
      ),
      page(
        'states',
        'docs/states.md',
        'States in pictures',
        'Every screen of a check, photographed at three sizes.',
      ),
      page(
        'browsers',
        'docs/browsers.md',
        'Browsers',
        'What runs in Chromium and in Firefox, how fast, and what differs.',
      ),
      page(
        'devices',
        'docs/devices.md',
        'With a phone',
        'What only a phone can show: a quarter of an hour, step by step, with a page that writes the report.',
      ),
      page(
        'accessibility',
        'docs/accessibility.md',
        'Accessibility',
        'For whom the element is made, how each claim is tested, and what was not tried.',
      ),
    ],
  },
  {
    title: 'The service',
    pages: [
      page(
        'manual',
        'docs/service.md',
        'Operator’s manual',
        'Running the service: options, limits, keys, proxy, retention, metrics, backups, Redis.',
      ),
      page(
        'verdict',
        'docs/verdict.md',
        'How the verdict is made',
        'Every fault that the service can find, its code, and how often it is right.',
      ),
      page(
        'evidence',
        'docs/evidence.md',
        'Paced sessions and evidence',
        'The calls of a session in which the service chooses each gesture.',
      ),
      page(
        'passive-detector',
        'docs/passive-detector.md',
        'A passive detector',
        'How a model of yours takes part in the verdict.',
      ),
      page(
        'bench-service',
        'docs/bench-service.md',
        'How fast the service is',
        'Jobs a second, latency and memory, measured.',
      ),
    ],
  },
  {
    title: 'Trust',
    pages: [
      page(
        'security',
        'docs/security.md',
        'Security',
        'For reviewers: what passes, every door, what is loaded, kept and told.',
      ),
      page(
        'attacks',
        'docs/attacks.md',
        'Attacks',
        'Who passes how often, measured, and how often honest people do not.',
      ),
      page(
        'evaluation',
        'docs/evaluation.md',
        'Evaluation',
        'How sure the gestures are on recordings of real people.',
      ),
      page(
        'reliability',
        'docs/reliability.md',
        'Reliability',
        'What a bad network, camera or client does, and how each case ends.',
      ),
      page(
        'bench-tracking',
        'docs/bench-tracking.md',
        'How fast the tracking is',
        'The element beside the bare tracker, measured.',
      ),
    ],
  },
  {
    title: 'The project',
    pages: [
      page(
        'architecture',
        'docs/architecture.md',
        'Architecture',
        'The rooms of the source, and which way imports go.',
      ),
      page('dependencies', 'docs/dependencies.md', 'Dependencies', 'Why each package is here.'),
      page(
        'contributing',
        'CONTRIBUTING.md',
        'Contributing',
        'The loop of work; how to add a gesture, a language, a rule or a store.',
      ),
      page(
        'release',
        'docs/release.md',
        'Releases',
        'What is stable, how a version number is chosen, what is checked before it goes out.',
      ),
      page('changelog', 'CHANGELOG.md', 'Changelog', 'What changed in each version.'),
      page(
        'report',
        'SECURITY.md',
        'Report a vulnerability',
        'How to tell the owners of a weakness, and what to expect.',
      ),
    ],
  },
];

/** The pages of {@link DOCUMENTS}, one after another. */
export const ALL_DOCUMENTS: readonly DocumentPage[] = DOCUMENTS.flatMap(({ pages }) => pages);
