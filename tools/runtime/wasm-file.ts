/** A section of a WebAssembly binary. */
export interface WasmSection {
  readonly id: number;
  readonly bytes: Uint8Array;
}

/** Ids of the sections that are read or written here. */
export const SECTION = { import: 2, global: 6, export: 7, code: 10, data: 11 } as const;

const HEADER = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Reads numbers and names of a binary one after the other. */
export class WasmReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  byte(): number {
    const value = this.bytes[this.at++];
    if (value === undefined) throw new RangeError('The WebAssembly binary ends too early.');
    return value;
  }

  /** Reads a LEB128 number without sign. */
  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  /** Reads a LEB128 number of 32 bits with a sign. */
  signedNumber(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return shift < 25 && byte & 64 ? value | (-1 << (shift + 7)) : value;
    }
  }

  take(length: number): Uint8Array {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** The sections of a binary, in their order. */
export function readSections(wasm: Uint8Array): WasmSection[] {
  const reader = new WasmReader(wasm, HEADER.length);
  const sections: WasmSection[] = [];
  while (!reader.isAtEnd) {
    const id = reader.byte();
    sections.push({ id, bytes: reader.take(reader.number()) });
  }
  return sections;
}

/**
 * The content of a section.
 * @throws RangeError when the module has none
 */
export function sectionOf(wasm: Uint8Array, name: keyof typeof SECTION): Uint8Array {
  const section = readSections(wasm).find(({ id }) => id === SECTION[name]);
  if (!section) throw new RangeError(`The module has no section ${name}.`);
  return section.bytes;
}

/** The binary of these sections. */
export function writeSections(sections: readonly WasmSection[]): Uint8Array<ArrayBuffer> {
  return joined([
    HEADER,
    ...sections.flatMap(({ id, bytes }) => [Uint8Array.from([id, ...leb128(bytes.length)]), bytes]),
  ]);
}

/** The same sections with another in the place of one. */
export function withSection(
  sections: readonly WasmSection[],
  id: number,
  change: (bytes: Uint8Array) => Uint8Array,
): WasmSection[] {
  return sections.map((section) =>
    section.id === id ? { id, bytes: change(section.bytes) } : section,
  );
}

/** The parts of a section that is a count and then parts that each begin with their length: the functions of the code. */
export function readBodies(code: Uint8Array): Uint8Array[] {
  const reader = new WasmReader(code);
  return Array.from({ length: reader.number() }, () => reader.take(reader.number()));
}

/** The section of these functions. */
export function writeBodies(bodies: readonly Uint8Array[]): Uint8Array {
  return joined([
    Uint8Array.from(leb128(bodies.length)),
    ...bodies.flatMap((body) => [Uint8Array.from(leb128(body.length)), body]),
  ]);
}

/** Puts more parts behind those of a section that begins with their count. */
export function appended(section: Uint8Array, more: readonly Uint8Array[]): Uint8Array {
  const reader = new WasmReader(section);
  const count = reader.number();
  return joined([
    Uint8Array.from(leb128(count + more.length)),
    section.subarray(reader.at),
    ...more,
  ]);
}

/** A stretch of memory as it is at the start. */
export interface DataSegment {
  readonly address: number;
  readonly bytes: Uint8Array;
}

const [ACTIVE, I32_CONST, END] = [0, 0x41, 0x0b];

/**
 * The segments of the data; their bytes are views into the section, so that writing to them changes it.
 * @throws RangeError at a segment that is not put at a constant address at the start
 */
export function readDataSegments(data: Uint8Array): DataSegment[] {
  const reader = new WasmReader(data);
  return Array.from({ length: reader.number() }, () => {
    if (reader.byte() !== ACTIVE || reader.byte() !== I32_CONST) {
      throw new RangeError('A data segment without a constant address.');
    }
    const address = reader.signedNumber();
    if (reader.byte() !== END) throw new RangeError('A data segment with a computed address.');
    return { address, bytes: reader.take(reader.number()) };
  });
}

/** How many functions a module imports. */
export function countImportedFunctions(imports: Uint8Array): number {
  const reader = new WasmReader(imports);
  let functions = 0;
  for (let left = reader.number(); left > 0; left--) {
    reader.take(reader.number());
    reader.take(reader.number());
    const kind = reader.byte();
    if (kind === 0) {
      reader.number();
      functions++;
    } else if (kind === 2) {
      const hasMaximum = reader.byte() & 1;
      reader.number();
      if (hasMaximum) reader.number();
    } else throw new RangeError(`An import of kind ${kind}, which the pinned runtime has not.`);
  }
  return functions;
}

/** How many parts a section has. */
export function countOf(section: Uint8Array): number {
  return new WasmReader(section).number();
}

export function leb128(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
