import { Color, NoColorSpace, ShaderMaterial, SRGBColorSpace, type Texture, Vector3 } from 'three';

/** What a surface looks like. */
export interface SoftSurface {
  /** A CSS colour; multiplies the map. Default white. */
  readonly color?: string;
  readonly map?: Texture;
  /** A surface that shines by itself, like the dark of a mouth or the glint in an eye. Default false. */
  readonly unlit?: boolean;
}

/** Daylight from a window on the upper left of the picture, and its reflection from the room. */
const KEY_DIRECTION = new Vector3(-0.42, 0.5, 0.76).normalize();
const FILL_DIRECTION = new Vector3(0.75, 0.1, 0.65).normalize();

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
      keyDirection: { value: KEY_DIRECTION },
      fillDirection: { value: FILL_DIRECTION },
    },
    vertexShader: /* glsl */ `
      uniform vec3 color, keyDirection, fillDirection;
      varying vec3 vColor;
      varying vec2 vUv;
      void main() {
        gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
        vUv = uv;
        vColor = color;
        #ifndef UNLIT
          vec3 n = normalize(normalMatrix * normal);
          float key = max(0.0, dot(n, keyDirection) * 0.75 + 0.25);
          float fill = max(0.0, dot(n, fillDirection));
          vec3 ambient = mix(vec3(0.46, 0.41, 0.40), vec3(0.60, 0.61, 0.63), n.y * 0.5 + 0.5);
          vColor *= ambient + key * vec3(0.52, 0.50, 0.46) + fill * vec3(0.11, 0.12, 0.14);
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
