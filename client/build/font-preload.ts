import type { Plugin } from 'vite';

const latin = /^assets\/inter-latin-wght-[^/]*\.woff2$/;

/** Preloads the font on every page: text on the screen moves when its font arrives later than the styles. */
export function fontPreload(): Plugin {
  return {
    name: 'font-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const font = Object.keys(bundle ?? {}).find((name) => latin.test(name));
        if (font === undefined) throw new Error('There is no font to preload.');
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${font}` };
        return [{ tag: 'link', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}
