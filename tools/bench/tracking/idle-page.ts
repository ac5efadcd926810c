/// <reference lib="dom" />
/** The camera shown and nothing tracked: what the page costs by itself. */
import { noteFace, showCamera } from './probe.ts';

void showCamera((_video, capturedAtMs) => noteFace(capturedAtMs));
