#!/usr/bin/env node
// `npx tillside`: the shop or one of its commands, in the folder in which it is called, on the Node that the package brings. Whatever Node
// there is reads this: old syntax here, and nothing of the server is loaded before the version is known.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { calledAs } from './called-as.mjs';
import { neededMajor, nodeFile, nodePackageFor } from './node.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [, script = '', called = 'start', ...words] = process.argv;

/** @param {string} file @returns {any} */
const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** @returns {string | undefined} the path of the Node that came with the package, wherever npm has put it */
function packagedNode() {
  const system = `${process.platform}-${process.arch}`;
  const name = nodePackageFor(system);
  if (name === undefined) return undefined;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return join(dirname(manifest), nodeFile(system));
  } catch {
    return undefined;
  }
}

/** Goes on in a newer Node, and ends as that does. @param {string} node */
function continueOn(node) {
  const args = [fileURLToPath(import.meta.url), called, ...words];
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  // A terminal tells both, and a command that is told twice ends at once.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  child.on('error', ({ message }) => {
    console.error(`Tillside did not start: ${node} does not run (${message}).`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

/** Killed, the older Node cannot pass that on: the channel to it closes then. */
function endWithOlderNode() {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}

async function run() {
  if (called === 'start' && words.length === 0) {
    const { main } = await import(pathToFileURL(join(root, 'server', 'main.mjs')).href);
    return main({
      root: pathToFileURL(root),
      backupProgram: join(root, 'server', 'backup-program.mjs'),
    });
  }
  const commands = read('commands.json');
  if (Object.hasOwn(commands, called)) {
    const file = join(root, 'server', 'commands', `${called}.mjs`);
    process.argv = [process.execPath, file, ...words];
    return import(pathToFileURL(file).href);
  }
  if (called === '--version') return console.log(read('package.json').version);
  const isAsked = called === 'help' || called === '--help';
  (isAsked ? console.log : console.error)(usage(commands));
  process.exitCode = isAsked ? 0 : 1;
}

/** @param {Record<string, string>} commands */
function usage(commands) {
  const all = Object.entries({
    start: 'the shop of this folder; without credentials in its .env, the demo',
    ...commands,
  });
  const lines = all.map(
    ([name, purpose]) => `  ${process.env['TILLSIDE_CALLED_AS']} ${name.padEnd(16)}${purpose}`,
  );
  return [
    'Settings come from .env in this folder, and what is stored goes into its folder data.',
    ...lines,
  ].join('\n');
}

if (called === 'start') await import('./end-with-npm.mjs');
const isNewEnough = Number(process.versions.node.split('.')[0]) >= neededMajor;
const node = isNewEnough ? undefined : packagedNode();
if (process.channel) endWithOlderNode();
else process.env['TILLSIDE_CALLED_AS'] = calledAs(script, root, process.env);
if (isNewEnough) await run();
else if (node !== undefined) continueOn(node);
else {
  console.error(
    `Tillside needs Node ${neededMajor}, which its package brings for Windows and Linux on x64, Linux on arm64, and macOS, unless it is installed with --omit=optional; and this is Node ${process.versions.node}. Install Node ${neededMajor} or newer from https://nodejs.org.`,
  );
  process.exitCode = 1;
}
