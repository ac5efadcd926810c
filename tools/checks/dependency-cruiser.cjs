/**
 * Which part of `src/` may import which. A check is one pass through the stages in this order; later stages know
 * earlier ones, never the reverse. `npm run check` holds it.
 */

/** The stages, in the order of the flow. */
const STAGES = require('./stages.json');

/** Everything that runs in an integrator's page. */
const BROWSER_SIDE = `^src/((${['edge', 'mesh', ...STAGES].join('|')})/|[^/]+\\.ts$)`;

/** Nouns that every stage may name. What they import is pure and light. */
const COMMON_NOUNS = '^src/(errors|challenge/gesture|challenge/hint)\\.ts$';

/** What a stage hands on to the next. */
const STAGE_NOUNS =
  '^src/(camera/(frame|camera-kind)|face/face-signals|challenge/(gesture|hint)|capture/captured-image|submission/(wire|verdict))\\.ts$';

/**
 * What a backend may know of the browser side: the words on the wire, what a gesture is, how gestures are drawn, and the
 * face mesh.
 */
const WIRE_WORDS =
  '^src/(edge/[^/]+|mesh/[^/]+|submission/(wire|object-schema|session-wire|details-(wire|schema)|webhook-wire|hand-off-(state|wire)|link-(state|wire)|job-wire|verdict|result-answer)|errors|camera/camera-kind|challenge/(gesture|gestures/gesture-record|way-between|draw-sequence|decline-gesture|random-int))\\.ts$';

/** What `src` may import of others, wherever its code ends up. */
const RUNTIME_PACKAGES = [
  '@hono/node-server',
  '@litertjs/core',
  '@mediapipe/tasks-vision',
  '@shoelace-style/localize',
  '@streamparser/json',
  '@valibot/to-json-schema',
  'bullmq',
  'comlink',
  'fflate',
  'hono',
  'ioredis',
  'ipaddr.js',
  'ky',
  'jose',
  'lean-qr',
  'libsql',
  'lit',
  'pino',
  'piscina',
  'prom-client',
  'rate-limiter-flexible',
  'request-filtering-agent',
  'sharp',
  'three',
  'valibot',
];

/** For whose templates and JSX the element has types. */
const FRAMEWORKS = ['preact', 'react', 'solid-js', 'svelte', 'vue'];

/** One rule per stage: nothing of what comes after it. */
const stageRules = STAGES.map((stage, index) => {
  const later = [...STAGES.slice(index + 1)].map((name) => `^src/${name}/`);
  return {
    name: `${stage}-knows-no-later-stage`,
    comment: 'camera → face → challenge → capture → submission → check → ui → element',
    severity: 'error',
    from: { path: `^src/${stage}/` },
    to: {
      path: [...later, '^src/(index|element|nodeflux-liveness|events)\\.ts$'],
      // The interface is where the public events are sent.
      pathNot: stage === 'ui' ? [COMMON_NOUNS, '^src/events\\.ts$'] : COMMON_NOUNS,
    },
  };
});

module.exports = {
  forbidden: [
    ...stageRules,
    {
      name: 'edge-knows-no-stage',
      comment: 'What waits for the outside knows nothing of what it waits for.',
      severity: 'error',
      from: { path: '^src/edge/' },
      to: { path: '^src/', pathNot: ['^src/edge/', '^src/errors\\.ts$'] },
    },
    {
      name: 'mesh-knows-no-stage',
      comment:
        'Page and service measure the face with it: nothing of either may be in it, nor any package.',
      severity: 'error',
      from: { path: '^src/mesh/' },
      to: { path: '.', pathNot: '^src/mesh/' },
    },
    {
      name: 'stages-hand-on-nouns',
      comment: 'Only the check sees how a stage works; another stage sees what it hands on.',
      severity: 'error',
      from: { path: '^src/(face|challenge|capture|submission)/' },
      to: {
        path: '^src/(camera|face|challenge|capture|submission)/',
        pathNot: ['^src/$1/', STAGE_NOUNS],
      },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: { path: '^src/' },
      // Types and nothing else, under a condition of TypeScript's.
      to: { couldNotResolve: true, pathNot: '^svelte/elements$' },
    },
    {
      name: 'only-face-knows-mediapipe',
      comment: 'The tracker can be replaced, and what it loads is seen, in one folder.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/face/' },
      to: { path: '@mediapipe/' },
    },
    {
      name: 'check-knows-no-lit',
      comment: 'The loop runs without an element around it.',
      severity: 'error',
      from: { path: '^src/check/' },
      to: { path: '(^|/)(lit|lit-html|lit-element|@lit)/' },
    },
    {
      name: 'backends-know-only-the-wire',
      severity: 'error',
      from: { path: '^src/(server|service)/' },
      to: { path: [BROWSER_SIDE, '^src/testing/'], pathNot: WIRE_WORDS },
    },
    {
      name: 'server-and-service-are-strangers',
      comment:
        'The helper speaks to any base URL, the vendor’s too; it never reaches into the service.',
      severity: 'error',
      from: { path: '^src/(server|service)/' },
      to: { path: '^src/(server|service)/', pathNot: '^src/$1/' },
    },
    {
      name: 'page-knows-no-backend',
      comment: 'None of it may end up in the bundle that a page loads.',
      severity: 'error',
      from: { path: BROWSER_SIDE },
      to: { path: ['^src/(server|service|testing)/', 'node_modules/three/'] },
    },
    {
      name: 'embed-knows-only-messages',
      comment: 'It runs in pages around the check, and has nothing of it.',
      severity: 'error',
      from: { path: '^src/embed/' },
      to: {
        path: '^src/',
        pathNot: '^src/(embed/|(edge/parse-url|submission/object-schema)\\.ts$)',
      },
    },
    {
      name: 'page-knows-no-node',
      severity: 'error',
      from: { path: BROWSER_SIDE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'testing-knows-only-nouns',
      comment: 'The simulated person stands before the camera; it sees the page as anybody does.',
      severity: 'error',
      from: { path: '^src/testing/' },
      to: {
        path: ['^src/(server|service)/', BROWSER_SIDE],
        pathNot: [
          COMMON_NOUNS,
          // How far a dot is from the middle, in degrees.
          '^src/challenge/gestures/follow-dot\\.ts$',
          '^src/check/check-state\\.ts$',
          '^src/events\\.ts$',
        ],
      },
    },
    {
      name: 'source-knows-no-tools',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: ['^tools/', '^demo/', '^test/'] },
    },
    {
      name: 'tests-are-imported-by-nobody',
      comment:
        'What a bench, a picture or the demo shares with tests is theirs, and tests import it from there.',
      severity: 'error',
      from: { path: '^(tools|demo)/' },
      to: { path: '^test/' },
    },
    {
      name: 'only-frameworks-know-frameworks',
      comment: 'The element is the same in all of them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/frameworks/' },
      to: { path: `(^|node_modules/)(@types/)?(${FRAMEWORKS.join('|')})(/|$)` },
    },
    {
      name: 'frameworks-know-the-element-only',
      comment: 'They use what an integrator uses.',
      severity: 'error',
      from: { path: '^src/frameworks/' },
      to: {
        path: '^src/',
        pathNot: '^src/(frameworks/|(index|element|nodeflux-liveness)\\.ts$)',
      },
    },
    {
      name: 'only-declared-packages',
      comment:
        'What our code runs with is a choice: written here, defended in docs/dependencies.md. Whether it is bundled or installed, test/package reads from the built files.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: `(^|node_modules/)(@types/)?(${[...RUNTIME_PACKAGES, ...FRAMEWORKS].join('|')})(/|$)`,
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Projects of their own, with packages of their own.
    exclude: { path: '^demo/hosts/' },
    tsConfig: { fileName: 'tsconfig.json' },
    // A type of a later stage is an import of a later stage too.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
