import type { Plugin } from 'vite';

/**
 * Lets `import()` load what it names and nothing else. Vite wraps it in 900 bytes (gzip) that first ask for the style
 * sheets and modules behind it; our lazily loaded texts have no style sheets, and only two small modules.
 */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}
