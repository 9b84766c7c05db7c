// Loads all that the server may load, so that its compiled form is there at the first start.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { codeCachePath } from './code-cache.mjs';

enableCompileCache(codeCachePath(fileURLToPath(new URL('../..', import.meta.url))));
await import('../main.ts');
await import('../simulator/simulator.ts');
flushCompileCache();
