// Starts the server from its bundle, compiled ahead.
import './end-with-npm.mjs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundlePath, codeCachePath } from './bundle.mjs';

const root = new URL('../../', import.meta.url);
enableCompileCache(codeCachePath(fileURLToPath(root)));
const { main } = await import(pathToFileURL(join(bundlePath(fileURLToPath(root)), 'main.mjs')).href);
await main({
  root,
  backupProgram: fileURLToPath(new URL('server/backup/nights/program.ts', root)),
});
