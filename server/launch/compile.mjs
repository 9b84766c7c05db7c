// Bundles the server of the current folder, and loads all that it may load, so that its compiled form is there at the first start.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, normalizePath } from 'vite';
import { bundlePath, codeCachePath } from './bundled.mjs';

const root = normalizePath(process.cwd());
const folder = normalizePath(bundlePath(root));

await build({
  ...{ configFile: false, root, publicDir: false, logLevel: 'warn', plugins: [filesOfSources()] },
  // The packages too, each in the form that Node itself loads.
  ssr: { noExternal: true, resolve: { conditions: ['node', 'module-sync'], mainFields: [] } },
  build: {
    ...{ ssr: 'server/main.ts', outDir: folder, emptyOutDir: true, target: 'esnext' },
    rolldownOptions: {
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs', comments: false },
    },
  },
});
enableCompileCache(codeCachePath(root));
// What only the demo loads is a file of its own.
for (const name of ['main', 'simulator']) await import(pathToFileURL(`${folder}/${name}.mjs`).href);
flushCompileCache();

/**
 * What a source finds beside itself, it finds there from the bundle too. Relative, so that the whole checkout may move.
 * @returns {import('vite').Plugin}
 */
function filesOfSources() {
  return {
    name: 'files-of-sources',
    transform(code, id) {
      if (!id.startsWith(`${root}/server/`) || !code.includes('import.meta.')) return undefined;
      const path = posix.relative(folder, id);
      return code
        .replaceAll('import.meta.url', `new URL('${path}', import.meta.url).href`)
        .replaceAll('import.meta.dirname', `\`\${import.meta.dirname}/${posix.dirname(path)}\``);
    },
  };
}
