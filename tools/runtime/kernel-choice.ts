/** Which kernels XNNPACK chooses; it asks for the sign of `-∞ − -∞`, which only the machine knows (hardware-config.c). */
export type KernelChoice = 'x86' | 'arm';
export const KERNEL_CHOICES: readonly KernelChoice[] = ['x86', 'arm'];

/** `f32.sub, i32.reinterpret_f32, i32.const 31, i32.shr_u, i32.store8`: the question and where its answer goes; once in the module. */
const QUESTION = [0x93, 0xbc, 0x41, 0x1f, 0x76, 0x3a, 0, 0];
/** `f32.sub, i32.reinterpret_f32, i32.const 0, i32.and`: 0 whatever the sign. */
const ALWAYS_ARM = [0x93, 0xbc, 0x41, 0, 0x71];
/** `f32.sub, i32.reinterpret_f32, i32.const 1, i32.or`: odd whatever the sign. */
const ALWAYS_X86 = [0x93, 0xbc, 0x41, 1, 0x72];

/**
 * The same module, which believes that it runs on such a machine.
 * @throws RangeError when the question is not in it exactly once
 */
export function withKernelChoice(wasm: Uint8Array, choice: KernelChoice): Uint8Array<ArrayBuffer> {
  const changed = Buffer.from(wasm);
  const at = changed.indexOf(Buffer.from(QUESTION));
  if (at < 0 || changed.indexOf(Buffer.from(QUESTION), at + 1) >= 0) {
    throw new RangeError('The question for the kind of machine is not where it was.');
  }
  changed.set(choice === 'arm' ? ALWAYS_ARM : ALWAYS_X86, at);
  return Uint8Array.from(changed);
}
