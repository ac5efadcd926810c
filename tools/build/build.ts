/** `npm run build`: builds the package into `dist/`. */
import { buildPackage } from './build-package.ts';

await buildPackage();
console.log('built dist/');
