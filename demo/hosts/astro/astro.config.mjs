import { defineConfig } from 'astro/config';

export default defineConfig({
  // Of Vite 7 and older: their dev server would move the module away from its files.
  vite: { optimizeDeps: { exclude: ['nodeflux-liveness'] } },
});
