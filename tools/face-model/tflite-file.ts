import { Builder, ByteBuffer } from 'flatbuffers';

/** Position of a table in the file that is read. */
type Position = number;
/** Distance of something from the end of the file that is written. */
export type Offset = number;

/**
 * A TFLite model (a flatbuffer) that is read and, at the same time, the start of a longer one.
 *
 * Flatbuffers are written from the end to the start, so the old file goes in first, whole, and every table of it can be
 * pointed at by its distance from the end. Only what is new is written; no schema is needed.
 */
export class TfliteFile {
  /** Writes what is new, in front of the old file. */
  readonly builder: Builder;
  /** The old file's root table. */
  readonly root: Position;
  readonly #bytes: ByteBuffer;
  readonly #length: number;

  constructor(model: Uint8Array) {
    // Buffers in a model are aligned to 16 bytes, counted from either end only if the length is a multiple of 16.
    this.#length = Math.ceil(model.length / 16) * 16;
    const padded = new Uint8Array(this.#length);
    padded.set(model);
    this.#bytes = new ByteBuffer(padded);
    this.root = this.#bytes.readInt32(0);
    this.builder = new Builder(this.#length + 65_536);
    this.builder.prep(16, this.#length);
    this.builder.createByteVector(padded);
  }

  /** Where an old table will be, seen from the end of the new file. */
  offsetOf(table: Position): Offset {
    return this.#length - table;
  }

  /** The tables in a vector field. */
  tables(table: Position, field: number): Position[] {
    return this.#elements(table, field, (at) => this.#bytes.__indirect(at));
  }

  /** The numbers in a vector field of int32. */
  integers(table: Position, field: number): number[] {
    return this.#elements(table, field, (at) => this.#bytes.readInt32(at));
  }

  /** The number in an int32 field; 0 when there is none. */
  integer(table: Position, field: number): number {
    const at = this.#field(table, field);
    return at === 0 ? 0 : this.#bytes.readInt32(at);
  }

  /** The number in an int8 field; 0 when there is none. */
  byte(table: Position, field: number): number {
    const at = this.#field(table, field);
    return at === 0 ? 0 : this.#bytes.readInt8(at);
  }

  /** Where the bytes in a vector field lie in the file; none when there is no such field. */
  span(table: Position, field: number): { readonly at: number; readonly length: number } {
    const at = this.#field(table, field);
    if (at === 0) return { at: 0, length: 0 };
    return { at: this.#bytes.__vector(at), length: this.#bytes.__vector_len(at) };
  }

  /** The text in a string field; empty when there is none. */
  text(table: Position, field: number): string {
    const at = this.#field(table, field);
    return at === 0 ? '' : String(this.#bytes.__string(at));
  }

  /** Writes a vector of pointers to tables or strings. */
  writeOffsets(offsets: readonly Offset[]): Offset {
    return this.#write(offsets, 4, (value) => this.builder.addOffset(value));
  }

  /** Writes a vector of int32. */
  writeIntegers(values: readonly number[]): Offset {
    return this.#write(values, 4, (value) => this.builder.addInt32(value));
  }

  /** Writes a table `Buffer` that holds the bytes, aligned to 16 as the format asks. */
  writeBuffer(bytes: Uint8Array): Offset {
    this.builder.startVector(1, bytes.length, 16);
    for (let i = bytes.length - 1; i >= 0; i--) this.builder.addInt8(bytes[i] as number);
    const data = this.builder.endVector();
    this.builder.startObject(1);
    this.builder.addFieldOffset(0, data, 0);
    return this.builder.endObject();
  }

  #field(table: Position, field: number): Position {
    const offset = this.#bytes.__offset(table, 4 + 2 * field);
    return offset === 0 ? 0 : table + offset;
  }

  #elements(table: Position, field: number, read: (at: Position) => number): number[] {
    const at = this.#field(table, field);
    if (at === 0) return [];
    const start = this.#bytes.__vector(at);
    return Array.from({ length: this.#bytes.__vector_len(at) }, (_, i) => read(start + 4 * i));
  }

  #write(values: readonly number[], bytesEach: number, add: (value: number) => void): Offset {
    this.builder.startVector(bytesEach, values.length, bytesEach);
    for (const value of values.toReversed()) add(value);
    return this.builder.endVector();
  }
}
