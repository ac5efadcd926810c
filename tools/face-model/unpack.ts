/**
 * Where each file lies in the pack, from `face_mesh_solution_packed_assets_loader.js` of the same package:
 * first byte, and the byte after the last.
 */
const PACK_RANGES = {
  attentionMesh: [0, 2_495_952],
  plainMesh: [2_495_952, 3_737_848],
  geometry: [3_737_848, 3_757_224],
  detector: [3_757_224, 3_986_256],
} as const;

/** The files of the pack: three TFLite models and a protobuf. */
export type UnpackedModels = Readonly<Record<keyof typeof PACK_RANGES, Uint8Array>>;

/** Cuts the pack into its files. The pack's hash must have been checked: the ranges hold for that one alone. */
export function unpack(pack: Uint8Array): UnpackedModels {
  const cut = (name: keyof typeof PACK_RANGES) => pack.slice(...PACK_RANGES[name]);
  return {
    attentionMesh: cut('attentionMesh'),
    plainMesh: cut('plainMesh'),
    geometry: cut('geometry'),
    detector: cut('detector'),
  };
}
