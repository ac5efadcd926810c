import { cp } from 'node:fs/promises';
import { build } from 'esbuild';

await build({
  entryPoints: ['main.js'],
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: true,
  outdir: 'dist',
});
await cp('index.html', 'dist/index.html');
// esbuild leaves new URL(…, import.meta.url) as it is: what the element fetches lies beside the bundle.
await cp('node_modules/nodeflux-liveness/dist/assets', 'dist/assets', { recursive: true });
