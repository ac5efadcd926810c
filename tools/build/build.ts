/** `npm run build`: builds the packages, into `dist/` and `dist-service/`. */
import { buildPackages } from './build-packages.ts';

await buildPackages();
console.log('built dist/ and dist-service/');
