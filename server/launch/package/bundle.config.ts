// How the server and its commands are bundled for a package: with all that they call, as files that no other package has to be installed for.
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { phoneFiles } from '../bundle.config.ts';
import { commandsOf, inPackageWords } from './commands.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const commands = Object.keys(commandsOf(root));

/** Nobody who has the package has the npm scripts of the sources. */
const words: Plugin = {
  name: 'words of the package',
  transform: (code, id) =>
    id.startsWith(root) && !id.includes('node_modules') ? inPackageWords(code) : null,
};

export default defineConfig({
  plugins: [phoneFiles, words],
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    emptyOutDir: true,
    ssrEmitAssets: true,
    target: 'node26',
    license: true,
    rolldownOptions: {
      input: {
        main: 'server/main.ts',
        'backup-program': 'server/backup/nights/program.ts',
        ...Object.fromEntries(commands.map((name) => [`commands/${name}`, `server/commands/${name}.ts`])),
      },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
});
