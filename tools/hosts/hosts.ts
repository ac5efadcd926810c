/** One row of the table: an example, or one of its pages, with one version of what it is made of. */
export interface Host {
  readonly title: string;
  /** In `demo/hosts`. */
  readonly folder: string;
  /** Whose version stands in the table. */
  readonly madeWith?: string;
  /** Versions in place of those of the example's package.json. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Of an example of several pages; `''` unless given. */
  readonly page?: string;
  /** Whether a server, or the build, writes the element into the page. */
  readonly isRendered?: boolean;
}

/** Needs nothing installed but the packages. */
export const PLAIN_HOSTS: readonly Host[] = [
  { title: 'Plain HTML', folder: 'plain' },
  { title: 'a dialog', folder: 'plain', page: 'dialog.html' },
  { title: 'a frame', folder: 'plain', page: 'iframe.html' },
  { title: 'a shadow root', folder: 'plain', page: 'shadow-root.html' },
  { title: 'two on a page', folder: 'plain', page: 'two.html' },
  { title: 'routes', folder: 'plain', page: 'routes.html' },
];

/** Every row of the table, in its order. */
export const HOSTS: readonly Host[] = [
  ...PLAIN_HOSTS,
  { title: 'A CMS’s page', folder: 'cms' },
  { title: 'React', folder: 'react', madeWith: 'react' },
  { title: 'Preact', folder: 'preact', madeWith: 'preact' },
  { title: 'Solid', folder: 'solid', madeWith: 'solid-js' },
  { title: 'Next', folder: 'next', madeWith: 'next', isRendered: true },
  { title: 'Vue', folder: 'vue', madeWith: 'vue' },
  { title: 'Nuxt', folder: 'nuxt', madeWith: 'nuxt', isRendered: true },
  { title: 'Svelte', folder: 'svelte', madeWith: 'svelte' },
  { title: 'SvelteKit', folder: 'sveltekit', madeWith: '@sveltejs/kit', isRendered: true },
  { title: 'Angular', folder: 'angular', madeWith: '@angular/core' },
  { title: 'Astro', folder: 'astro', madeWith: 'astro', isRendered: true },
  { title: 'Vite 8', folder: 'vite', madeWith: 'vite', versions: { vite: '^8' } },
  { title: 'Vite 7', folder: 'vite', madeWith: 'vite', versions: { vite: '^7' } },
  { title: 'Vite 6', folder: 'vite', madeWith: 'vite', versions: { vite: '^6' } },
  { title: 'webpack', folder: 'webpack', madeWith: 'webpack' },
  { title: 'esbuild', folder: 'esbuild', madeWith: 'esbuild' },
  { title: 'Parcel', folder: 'parcel', madeWith: 'parcel' },
  { title: 'Express', folder: 'backend-express', madeWith: 'express' },
  { title: 'Fastify', folder: 'backend-fastify', madeWith: 'fastify' },
];

/** The example that answers where a host has no server of its own. */
export const BACKEND = 'backend';

/** What `npm run test:hosts -- name` means: a folder, or a title. */
export function hostsNamed(names: readonly string[]): readonly Host[] {
  if (names.length === 0) return HOSTS;
  return names.flatMap((name) => {
    const found = HOSTS.filter(
      ({ title, folder }) => folder === name || title.toLowerCase() === name.toLowerCase(),
    );
    if (found.length > 0) return found;
    throw new Error(`There is no host ${name}: ${HOSTS.map(({ title }) => title).join(', ')}`);
  });
}
