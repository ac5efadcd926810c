import { Color, NoColorSpace, ShaderMaterial, SRGBColorSpace, type Texture, Vector3 } from 'three';
import { AMBIENT_LIGHT, FILL_LIGHT, KEY_LIGHT } from './soft-light.ts';

/** What a surface looks like. */
export interface SoftSurface {
  /** A CSS colour; multiplies the map. Default white. */
  readonly color?: string;
  readonly map?: Texture;
  /** A surface that shines by itself, like the dark of a mouth or the glint in an eye. Default false. */
  readonly unlit?: boolean;
}

/**
 * A matt surface, lit per vertex and without colour conversion. The machines of continuous integration draw with the
 * processor, where three's own lit materials take twice the time.
 */
export function createSoftMaterial({ color = '#ffffff', map, unlit }: SoftSurface): ShaderMaterial {
  // The shader multiplies the numbers of CSS colours as they are.
  const { r, g, b } = new Color(color).getRGB({ r: 0, g: 0, b: 0 }, SRGBColorSpace);
  if (map) map.colorSpace = NoColorSpace;
  return new ShaderMaterial({
    defines: { ...(map && { MAPPED: '' }), ...(unlit && { UNLIT: '' }) },
    uniforms: {
      color: { value: new Vector3(r, g, b) },
      map: { value: map },
    },
    vertexShader: /* glsl */ `
      uniform vec3 color;
      varying vec3 vColor;
      varying vec2 vUv;
      void main() {
        gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
        vUv = uv;
        vColor = color;
        #ifndef UNLIT
          vec3 n = normalize(normalMatrix * normal);
          float facing = dot(n, ${vec3(KEY_LIGHT.from)});
          float key = max(0.0, mix(facing, 1.0, ${KEY_LIGHT.wrap.toFixed(6)}));
          float fill = max(0.0, dot(n, ${vec3(FILL_LIGHT.from)}));
          vec3 ambient = mix(${vec3(AMBIENT_LIGHT.below)}, ${vec3(AMBIENT_LIGHT.above)}, n.y * 0.5 + 0.5);
          vColor *= ambient + key * ${vec3(KEY_LIGHT.colour)} + fill * ${vec3(FILL_LIGHT.colour)};
        #endif
      }`,
    fragmentShader: /* glsl */ `
      uniform sampler2D map;
      varying vec3 vColor;
      varying vec2 vUv;
      void main() {
        #ifdef MAPPED
          gl_FragColor = vec4(vColor * texture2D(map, vUv).rgb, 1.0);
        #else
          gl_FragColor = vec4(vColor, 1.0);
        #endif
      }`,
  });
}

const vec3 = (values: readonly number[]): string =>
  `vec3(${values.map((value) => value.toFixed(6)).join(', ')})`;
