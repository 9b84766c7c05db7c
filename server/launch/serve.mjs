// Starts the server on code that was compiled ahead.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { codeCachePath } from './code-cache.mjs';

enableCompileCache(codeCachePath(fileURLToPath(new URL('../..', import.meta.url))));
const { main } = await import('../main.ts');
await main();
