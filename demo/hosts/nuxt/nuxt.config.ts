export default defineNuxtConfig({
  compatibilityDate: '2026-01-01',
  app: { head: { title: 'Nuxt', htmlAttrs: { lang: 'en' } } },
  vue: { compilerOptions: { isCustomElement: (tag) => tag === 'nodeflux-liveness' } },
  // Of Vite 7 and older: their dev server would move the module away from its files.
  vite: { optimizeDeps: { exclude: ['nodeflux-liveness'] } },
  hooks: {
    // Nuxt would have each page fetch every language and both runtimes of the tracker ahead of time.
    'build:manifest'(manifest) {
      for (const [name, file] of Object.entries(manifest)) {
        if (/nodeflux-liveness|\.bin$/.test(name)) file.prefetch = false;
      }
    },
  },
});
