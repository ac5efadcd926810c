export default defineNuxtConfig({
  compatibilityDate: '2026-01-01',
  app: { head: { title: 'Nuxt', htmlAttrs: { lang: 'en' } } },
  vue: { compilerOptions: { isCustomElement: (tag) => tag === 'nodeflux-liveness' } },
  // Of Vite 7 and older: their dev server would move the module away from its files.
  vite: { optimizeDeps: { exclude: ['nodeflux-liveness'] } },
  hooks: {
    // Nuxt would have each page fetch the tracker's files ahead of time, both runtimes among them.
    'build:manifest'(manifest) {
      for (const file of Object.values(manifest)) {
        if (file.file.endsWith('.bin')) file.prefetch = false;
      }
    },
  },
});
