/** `npm run build`: builds the package into `dist/`. */
import { buildPackage } from './package/build-package.ts';

await buildPackage();
console.log('built dist/');
