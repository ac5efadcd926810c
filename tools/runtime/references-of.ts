import { WasmReader } from './wasm-file.ts';

/** What the code of a function names. */
export interface References {
  /** Functions that it calls by name, as indices of the module, imports first. */
  readonly calls: ReadonlySet<number>;
  /** Constants and offsets, any of which may be an address. */
  readonly addresses: ReadonlySet<number>;
}

const CALL = 0x10;
const BRANCH_TABLE = 0x0e;
const I32_CONST = 0x41;
const [BULK_PREFIX, SIMD_PREFIX] = [0xfc, 0xfd];

/**
 * What follows an instruction: `c` a function that is called, `i` a 32-bit constant, `u` another number, `m` an alignment
 * and an offset, `b`, `4`, `8` and `f` one, four, eight and sixteen bytes.
 */
const OPERANDS = new Map<number, string>([
  // Blocks, branches, calls through the table. A block's type is one number or one byte, which read alike.
  ...each([0x02, 0x03, 0x04, 0x0c, 0x0d], 'u'),
  [CALL, 'c'],
  [0x11, 'uu'],
  ...each(range(0x20, 0x26), 'u'),
  ...each(range(0x28, 0x3e), 'm'),
  ...each([0x3f, 0x40, 0x42], 'u'),
  [I32_CONST, 'i'],
  [0x43, '4'],
  [0x44, '8'],
  ...each([0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b, ...range(0x45, 0xc4)], ''),
]);
const BULK = new Map<number, string>([...each(range(0, 7), ''), [10, 'uu'], [11, 'u']]);
const SIMD = new Map<number, string>([
  ...each([...range(0, 11), 92, 93], 'm'),
  ...each([12, 13], 'f'),
  ...each(range(21, 34), 'b'),
  ...each(range(84, 91), 'mb'),
  ...each([...range(14, 20), ...range(35, 83), ...range(94, 255)], ''),
]);

/**
 * Reads the code of a function.
 * @throws RangeError at an instruction that the pinned runtime does not have
 */
export function referencesOf(body: Uint8Array): References {
  const reader = new WasmReader(body);
  for (let left = reader.number(); left > 0; left--) {
    reader.number();
    reader.byte();
  }
  const calls = new Set<number>();
  const addresses = new Set<number>();
  while (!reader.isAtEnd) {
    const code = reader.byte();
    if (code === BRANCH_TABLE) {
      for (let left = reader.number() + 1; left > 0; left--) reader.number();
      continue;
    }
    for (const operand of operandsOf(reader, code)) {
      if (operand === 'c') calls.add(reader.number());
      else if (operand === 'i') addresses.add(reader.signedNumber() >>> 0);
      else if (operand === 'u') reader.number();
      else if (operand === 'm') {
        reader.number();
        addresses.add(reader.number());
      } else reader.take({ b: 1, '4': 4, '8': 8, f: 16 }[operand] ?? 0);
    }
  }
  return { calls, addresses };
}

function operandsOf(reader: WasmReader, code: number): string {
  const at = reader.at - 1;
  const hasPrefix = code === BULK_PREFIX || code === SIMD_PREFIX;
  const table = code === BULK_PREFIX ? BULK : code === SIMD_PREFIX ? SIMD : OPERANDS;
  const number = hasPrefix ? reader.number() : code;
  const operands = table.get(number);
  if (operands !== undefined) return operands;
  throw new RangeError(`Unknown instruction ${code} ${number} at byte ${at} of a function.`);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

function each(codes: readonly number[], operands: string): [number, string][] {
  return codes.map((code) => [code, operands]);
}
