// Starts the server: bundled and compiled ahead, or from its sources when they are not what was bundled.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundlePath, codeCachePath, isBundled } from './bundled.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
enableCompileCache(codeCachePath(root));
const { main } = await load();
await main();

async function load() {
  const bundle = pathToFileURL(join(bundlePath(root), 'main.mjs')).href;
  try {
    if (isBundled(root)) return await import(bundle);
  } catch (error) {
    console.error('The bundled server does not load, so it starts from its sources:', error);
  }
  return import('../main.ts');
}
