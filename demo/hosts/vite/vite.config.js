import { defineConfig } from 'vite';

export default defineConfig({
  // For Vite 7 and older: their dev server would move the module away from its files.
  optimizeDeps: { exclude: ['nodeflux-liveness'] },
});
