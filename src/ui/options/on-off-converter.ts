import type { ComplexAttributeConverter } from 'lit';

/** For what is on by default: `attribute="off"` (or `"false"`) switches it off, and anything else leaves it on. */
export const onOffConverter: ComplexAttributeConverter<boolean> = {
  fromAttribute: (value) => value !== 'off' && value !== 'false',
  toAttribute: (isOn) => (isOn ? 'on' : 'off'),
};
