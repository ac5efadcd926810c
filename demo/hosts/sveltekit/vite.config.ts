import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [sveltekit()],
  // Of Vite 7 and older: their dev server would move the module away from its files.
  optimizeDeps: { exclude: ['nodeflux-liveness'] },
});
