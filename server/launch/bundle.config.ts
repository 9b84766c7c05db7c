// How the server is bundled: itself and the packages that it calls in one file, and the simulator, which only the demo loads, in another.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { bundlePath } from './bundle.mjs';

const phone = new URL('../simulator/phone/', import.meta.url);

/** Files that the simulator sends as they are: they lie beside its code. */
export const phoneFiles: Plugin = {
  name: 'files of the phone page',
  buildStart() {
    for (const fileName of ['list.js', 'phone.css']) {
      this.emitFile({ type: 'asset', fileName, source: readFileSync(new URL(fileName, phone)) });
    }
  },
};

export default defineConfig({
  plugins: [phoneFiles],
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'server/main.ts',
    outDir: bundlePath(fileURLToPath(new URL('../..', import.meta.url))),
    emptyOutDir: true,
    ssrEmitAssets: true,
    target: 'node26',
    rolldownOptions: { output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' } },
  },
});
