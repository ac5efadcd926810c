import { type CSSResultGroup, unsafeCSS } from 'lit';
import { gestureMotion } from '../drawings/gesture-motion.ts';
import { cardLayout } from './card-layout.ts';
import { controls } from './controls.ts';
import { drawingStyles } from './drawing-styles.ts';
import { emblemStyles } from './emblem-styles.ts';
import { layout } from './layout.ts';
import { motion } from './motion.ts';
import { scriptStyles } from './script-styles.ts';
import { stageLayout } from './stage-layout.ts';
import { stageOnItsSide } from './stage-on-its-side.ts';
import { theme } from './theme.ts';

/** The whole look of the element, as constructable sheets: no `unsafe-inline` in the page's CSP. */
export const styles: CSSResultGroup = [
  theme,
  layout,
  cardLayout,
  controls,
  stageLayout,
  stageOnItsSide,
  scriptStyles,
  drawingStyles,
  emblemStyles,
  motion,
  gestureMotion,
].map((sheet) => unsafeCSS(withFloor(sheet.cssText)));

/**
 * Every `rem` as `--_rem`, which does not fall below 16 px. It and conditions keep theirs: those of `@media` mean the person's own
 * font size, and those of `@container` are written in `em` of the container.
 */
function withFloor(css: string): string {
  return css.replace(
    /(@(?:media|container)[^{]+|--_rem:[^;]+)|(-?[\d.]+)rem\b/g,
    (whole, condition, amount) =>
      condition ?? (whole === '1rem' ? 'var(--_rem)' : `calc(${amount} * var(--_rem))`),
  );
}
