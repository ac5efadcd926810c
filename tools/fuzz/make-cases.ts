import fc from 'fast-check';
import type { CostlyJpegs } from './costly-jpegs.ts';
import {
  FUZZ_ENDPOINTS,
  type FuzzCase,
  type FuzzEndpoint,
  type RepeatedBody,
} from './fuzz-case.ts';

/** The most that any endpoint may be sent, and a little more. */
const LARGEST_BODY_BYTES = 21_600_000;
/** One in so many bodies is as large as that; the others are of every smaller size. */
const LARGE_EVERY = 50;
const SMALL_BODY_BYTES = 40_000;

/** Makes bodies from a seed: the same seed, the same bodies. */
export function makeCases(seed: number, count: number, jpegs: CostlyJpegs): FuzzCase[] {
  return fc.sample(caseOf(jpegs), { seed, numRuns: count });
}

function caseOf(jpegs: CostlyJpegs): fc.Arbitrary<FuzzCase> {
  const shaped = fc
    .constantFrom<FuzzEndpoint>(...FUZZ_ENDPOINTS)
    .chain((endpoint) =>
      bodyFor(endpoint, jpegs).map(([kind, body]) => ({ endpoint, kind, body })),
    );
  return fc
    .record({
      shaped,
      credential: fc.oneof(
        { weight: 6, arbitrary: fc.constant('right' as const) },
        { weight: 2, arbitrary: fc.constant('none' as const) },
        { weight: 2, arbitrary: fc.constant('invented' as const) },
      ),
      declared: fc.oneof(
        { weight: 3, arbitrary: fc.constant(true) },
        { weight: 1, arbitrary: fc.constant(false) },
      ),
    })
    .map(({ shaped: own, ...rest }) => ({ ...own, ...rest }));
}

type NamedBody = readonly [kind: string, body: RepeatedBody];

function bodyFor({ contentType }: FuzzEndpoint, jpegs: CostlyJpegs): fc.Arbitrary<NamedBody> {
  const own = contentType === 'image/jpeg' ? bareJpegs(jpegs) : imagesInJson(jpegs);
  return fc.oneof(
    { weight: 6, arbitrary: repetitions() },
    contractual(),
    randomJson(),
    bytes(),
    own,
  );
}

/** What makes parsers and validation work: long lists, depth, width, long strings, many faults, empty space. */
function repetitions(): fc.Arbitrary<NamedBody> {
  const families: readonly [kind: string, head: string, unit: string, tail: string][] = [
    ['list of wrong frames', '{"images":["a"],"session":{"frames":[', '{},', '{}]}}'],
    ['list of frames', '{"frames":[', '{"sha256":1,"camera":2,"width_px":"x"},', '{}]}'],
    ['list of images', '{"images":[', '"",', '""]}'],
    ['list of numbers', '[', '7,', '7]'],
    ['list of nulls', '{"images":', '[null,', '7'],
    ['open lists', '', '[', ''],
    ['open lists in images', '{"images":', '[', ''],
    ['open objects', '', '{"session":', ''],
    ['closed brackets', '', ']', ''],
    ['wide object', '{', '"a":1,', '"b":2}'],
    ['wide parameters', '{"images":["a"],"additional_params":{', '"c":[],', '"d":{}}}'],
    ['long string', '{"images":["', 'A', '"]}'],
    ['long image', '{"images":["data:image/jpeg;base64,', '/9j/', '"]}'],
    ['long escapes', '{"images":["', '\\u00e9', '"]}'],
    ['long backslashes', '{"subject":"', '\\\\', '"}'],
    ['unfinished string', '{"subject":"', 'é', ''],
    ['long name', '{"', 'x', '":1}'],
    ['long number', '{"attempt":', '9', '}'],
    ['long exponent', '{"attempt":1e', '9', '}'],
    ['empty space', '{"attempt":', ' ', '0}'],
    ['zero bytes', '', '\0', ''],
    ['commas', '{"images":[', ',', ']}'],
    ['same member', '{', '"images":[],', '"images":[]}'],
    ['prototype', '{', '"__proto__":{"a":1},', '"constructor":{}}'],
    ['several bodies', '', '{"attempt":0}', ''],
  ];
  return fc.tuple(fc.constantFrom(...families), sizes()).map(([[kind, head, unit, tail], size]) => [
    kind,
    {
      head: Buffer.from(head),
      unit: Buffer.from(unit),
      times: Math.max(1, Math.floor(size / Buffer.byteLength(unit))),
      tail: Buffer.from(tail),
    },
  ]);
}

function sizes(): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: LARGE_EVERY - 1, arbitrary: fc.integer({ min: 1, max: SMALL_BODY_BYTES }) },
    { weight: 1, arbitrary: fc.integer({ min: SMALL_BODY_BYTES, max: LARGEST_BODY_BYTES }) },
  );
}

/** The contract's members with values that are right, nearly right, or anything. */
function contractual(): fc.Arbitrary<NamedBody> {
  const anything = fc.oneof(
    fc.constantFrom<unknown>(0, 1, -1, 1e308, null, true, '', 'EC', 'P-256', 'front', [], {}),
    fc.string({ maxLength: 300 }),
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom('0'.repeat(64), 'A'.repeat(43), 'A'.repeat(86)),
  );
  const members = [
    'access_key',
    'secret_key',
    'subject',
    'return_url',
    'language',
    'lifetime_seconds',
    'visit',
    'images',
    'additional_params',
    'session',
    'version',
    'public_key',
    'consent_sha256',
    'attempt',
    'step',
    'shows',
    'frames',
    'head',
    'signature',
  ];
  const nested = fc.record(Object.fromEntries(members.map((name) => [name, anything])), {
    requiredKeys: [],
  });
  return fc
    .record(Object.fromEntries(members.map((name) => [name, fc.oneof(anything, nested)])), {
      requiredKeys: [],
    })
    .map((value) => ['members of the contract', plain(Buffer.from(JSON.stringify(value)))]);
}

function randomJson(): fc.Arbitrary<NamedBody> {
  return fc.json({ maxDepth: 12 }).map((text) => ['any JSON', plain(Buffer.from(text))]);
}

function bytes(): fc.Arbitrary<NamedBody> {
  return fc
    .uint8Array({ maxLength: 9000 })
    .map((value) => ['any bytes', plain(Buffer.from(value))]);
}

/** A costly JPEG, perhaps cut, or with bytes changed. */
function bareJpegs(jpegs: CostlyJpegs): fc.Arbitrary<NamedBody> {
  const names = Object.keys(jpegs) as (keyof CostlyJpegs)[];
  return fc
    .record({
      name: fc.constantFrom(...names),
      cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      changes: fc.array(
        fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 })),
        { maxLength: 8 },
      ),
    })
    .map(({ name, cut, changes }) => {
      const jpeg = Buffer.from(jpegs[name]);
      for (const [place, value] of changes) jpeg[Math.floor(place * jpeg.byteLength)] = value;
      const kept = cut === null ? jpeg : jpeg.subarray(0, Math.floor(cut * jpeg.byteLength));
      return [`JPEG: ${name}`, plain(kept)];
    });
}

function imagesInJson(jpegs: CostlyJpegs): fc.Arbitrary<NamedBody> {
  return fc
    .tuple(bareJpegs(jpegs), fc.integer({ min: 1, max: 18 }))
    .map(([[kind, body], times]) => {
      const image = `"data:image/jpeg;base64,${Buffer.from(body.head).toString('base64')}"`;
      const unit = Buffer.from(`${image},`);
      return [
        kind,
        { head: Buffer.from('{"images":['), unit, times, tail: Buffer.from(`${image}]}`) },
      ];
    });
}

function plain(head: Buffer): RepeatedBody {
  return { head, unit: Buffer.alloc(0), times: 0, tail: Buffer.alloc(0) };
}
