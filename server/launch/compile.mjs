// Loads all that the server may load, so that its compiled form is there at the first start.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundlePath, codeCachePath } from './bundle.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
enableCompileCache(codeCachePath(root));
for (const file of ['main.mjs', 'simulator.mjs'])
  await import(pathToFileURL(join(bundlePath(root), file)).href);
flushCompileCache();
