import type { CSSResultGroup } from 'lit';
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
];
