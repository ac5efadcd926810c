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
for (const name of ['tracker-worker.js', 'encode-worker.js', 'assets']) {
  await cp(`node_modules/nodeflux-liveness/dist/${name}`, `dist/${name}`, { recursive: true });
}
