// What a customer's tablet has to load: the build fails when the display outgrows its budget.
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';
import { buildTargets } from './supported-browsers.ts';

/** What the display may add to the libraries that it is made with, in bytes after gzip. */
const budgetBytes = 12_000;

export type Chunk = {
  readonly fileName: string;
  readonly code: string;
  /** What it loads at once. */
  readonly imports: readonly string[];
  /** The source that it begins with. */
  readonly facadeModuleId: string | null;
};

/** How much is loaded for a source (by the end of its path) with all that it imports at once, in bytes after gzip. */
export function loadedBytes(chunks: readonly Chunk[], ...sources: readonly string[]): number {
  const loaded = new Set<Chunk>();
  const load = (chunk: Chunk | undefined) => {
    if (chunk === undefined || loaded.has(chunk)) return;
    loaded.add(chunk);
    for (const name of chunk.imports) load(chunks.find(({ fileName }) => fileName === name));
  };
  for (const source of sources) {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(source));
    if (chunk === undefined) throw new Error(`No chunk begins with ${source}`);
    load(chunk);
  }
  return [...loaded].reduce((sum, { code }) => sum + gzipSync(code).length, 0);
}

/** The first screen of a till in the language that takes most. */
export function displayBytes(chunks: readonly Chunk[]): number {
  const texts = chunks.flatMap(
    ({ facadeModuleId }) => facadeModuleId?.match(/\/texts\/..\/display\.ts$/) ?? [],
  );
  return Math.max(...texts.map((text) => loadedBytes(chunks, '/display/index.html', text)));
}

/** Says what is wrong; null when nothing is. */
export function complaintAbout(display: number, libraries: number): string | null {
  const added = display - libraries;
  if (added <= budgetBytes) return null;
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  return `The display's JavaScript is ${kB(added)} (gzip) above react, react-dom and @tanstack/react-query alone (${kB(libraries)}): at most ${kB(budgetBytes)} is allowed. See client/build/display-budget.ts.`;
}

// Uses of the libraries what every page does, so that as much of them is kept.
const bare = `
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
const Page = () => useQuery({ queryKey: [''], queryFn: () => '' }).data;
createRoot(document.body).render(
  createElement(StrictMode, null,
    createElement(QueryClientProvider, { client: new QueryClient() }, createElement(Page))));
`;
const bareId = '/bare-libraries.js';

/** What the libraries take when they are built alone, minified as the pages are. */
async function librariesBytes(root: string): Promise<number> {
  const source: Plugin = {
    name: 'bare-libraries',
    resolveId: (id) => (id === bareId ? `${root}${bareId}` : null),
    load: (id) => (id === `${root}${bareId}` ? bare : null),
  };
  const built = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    plugins: [source, react()],
    build: {
      write: false,
      target: buildTargets,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: bareId },
    },
  });
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunks = output.filter((one) => one.type === 'chunk');
  return loadedBytes(chunks, bareId);
}

export function displayBudget(): Plugin {
  let root = '';
  return {
    name: 'display-budget',
    apply: 'build',
    configResolved: (config) => {
      root = config.root;
    },
    async generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const [display, libraries] = [displayBytes(chunks), await librariesBytes(root)];
      const complaint = complaintAbout(display, libraries);
      if (complaint) this.error(complaint);
    },
  };
}
