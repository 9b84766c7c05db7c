// Part of the build: the display's manifest, and which files its service worker keeps.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin } from 'vite';

/** The name of a file that is built, and what it holds. */
export type Built = ReadonlyMap<string, string | Uint8Array>;

const page = 'display/index.html';
const worker = 'display-worker.js';
const icons = [
  { name: 'icon-192.png', sizes: '192x192', purpose: 'any' },
  { name: 'icon-512.png', sizes: '512x512', purpose: 'any' },
  { name: 'icon-maskable-512.png', sizes: '512x512', purpose: 'maskable' },
] as const;

/** All that a file names, directly or through others that it names. */
export function filesBehind(first: string, built: Built): string[] {
  const found = new Set([first]);
  for (const file of found) {
    const content = built.get(file) ?? '';
    if (typeof content !== 'string' || content === '') continue;
    for (const name of built.keys()) if (content.includes(basename(name))) found.add(name);
  }
  found.delete(first);
  return [...found].filter((name) => name.startsWith('assets/')).sort();
}

/** What the worker keeps; another page or another file makes it another build. */
export function shellOf(built: Built) {
  const files = filesBehind(page, built).map((name) => `/${name}`);
  const hash = createHash('sha256')
    .update(JSON.stringify(files))
    .update(String(built.get(page)));
  return { build: hash.digest('hex').slice(0, 12), page: '/display', files };
}

const manifestOf = (places: readonly string[]) => ({
  id: '/display',
  name: 'Tillside: the customer’s screen',
  short_name: 'Tillside',
  start_url: '/display',
  scope: '/display',
  display: 'fullscreen',
  background_color: '#faf7f4',
  theme_color: '#1c1a19',
  icons: icons.map(({ sizes, purpose }, index) => ({
    src: places[index],
    type: 'image/png',
    sizes,
    purpose,
  })),
});

export function displayShell(): Plugin {
  return {
    name: 'display-shell',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const places = icons.map(({ name }) => {
          const source = readFileSync(new URL(`../icons/${name}`, import.meta.url));
          return `/${this.getFileName(this.emitFile({ type: 'asset', name, source }))}`;
        });
        const source = JSON.stringify(manifestOf(places));
        this.emitFile({ type: 'asset', fileName: 'display.webmanifest', source });
        const contents = Object.values(bundle).map(
          (one) => [one.fileName, one.type === 'chunk' ? one.code : one.source] as const,
        );
        const chunk = bundle[worker];
        if (chunk?.type !== 'chunk') this.error(`There is no ${worker}.`);
        chunk.code = `const __SHELL__=${JSON.stringify(shellOf(new Map(contents)))};\n${chunk.code}`;
      },
    },
  };
}
