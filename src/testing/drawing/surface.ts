import {
  DoubleSide,
  type IUniform,
  type Material,
  MeshBasicMaterial,
  RepeatWrapping,
  ShaderMaterial,
  type Texture,
  type Vector3,
} from 'three';

/** What painting pixel by pixel knows of a material. */
export interface Surface {
  /** 1 is full. */
  readonly color: readonly [red: number, green: number, blue: number];
  /** What is on it. */
  readonly picture: HTMLCanvasElement | undefined;
  /** Whether the picture goes on at its sides. */
  readonly repeats: boolean;
  /** Whether the mesh has holes where the picture is more transparent than not. */
  readonly hasHoles: boolean;
  /** Whether it shines by itself. */
  readonly unlit: boolean;
  /** Whether it is seen from behind too. */
  readonly isTwoSided: boolean;
}

/**
 * Reads what `createSoftMaterial` and `createPaper` have made.
 *
 * @throws Error about any other material: a figure must look alike to all painters.
 */
export function surfaceOf(material: Material | Material[]): Surface {
  if (material instanceof ShaderMaterial) {
    const { color, map } = material.uniforms;
    const { x, y, z } = (color as IUniform<Vector3>).value;
    return {
      ...sidesOf(material, map?.value),
      color: [x, y, z],
      unlit: 'UNLIT' in material.defines,
    };
  }
  if (material instanceof MeshBasicMaterial) {
    return { ...sidesOf(material, material.map), color: [1, 1, 1], unlit: true };
  }
  throw new Error('a material that only WebGL can draw');
}

function sidesOf({ alphaTest, side }: Material, map: Texture | null | undefined) {
  return {
    picture: map?.image as HTMLCanvasElement | undefined,
    repeats: map?.wrapS === RepeatWrapping,
    hasHoles: alphaTest > 0,
    isTwoSided: side === DoubleSide,
  };
}
