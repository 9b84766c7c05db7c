// That the npm scripts run under cmd.exe, PowerShell and sh alike, and that ending npm ends what it has started.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { aFolderWith } from '../testing/files/written-files.ts';

const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** Programs that npm finds on every system. */
const programs = new Set(['node', 'npm', 'biome', 'depcruise', 'playwright', 'tsc', 'vitest']);
/** Only what every shell leaves as it is. */
const plainWord = /^[\w./:=-]+$/;
const hasShellWord = (script: string) => {
  const [program = '', ...words] = script.split(' ');
  return !programs.has(program) || !words.every((word) => plainWord.test(word));
};

describe('no script has a word that only some shells know', () => {
  test.each<[string, string]>(Object.entries(scripts))('%s', (_, script) => {
    expect(hasShellWord(script)).toBe(false);
  });

  test.each([
    'exec node a.mjs',
    'rm -rf dist',
    'PORT=1 node a.mjs',
    'node a.mjs && node b.mjs',
    'node a.mjs & node b.mjs',
    'node a.mjs; node b.mjs',
    'node a.mjs | node b.mjs',
    'node a.mjs > out',
    "node -e '1'",
    'node -e "1"',
    'node $FILE',
    'node %FILE%',
    'node `pwd`/a.mjs',
    'node *.mjs',
    'node a^b',
    'node a\\b.mjs',
    'node ~/a.mjs',
    './a.sh',
  ])('%s is seen', (script) => {
    expect(hasShellWord(script)).toBe(true);
  });
});

describe.skipIf(process.platform === 'win32')(
  'what npm has started by a shell that passes no signal on',
  () => {
    const ending = fileURLToPath(new URL('end-with-npm.mjs', import.meta.url));
    const program = `
    import { writeFileSync } from 'node:fs';
    process.on('SIGTERM', () => { writeFileSync('ended', ''); process.exit(); });
    setTimeout(() => writeFileSync('left-behind', ''), 3_000);
    writeFileSync('up', '');
  `;

    async function until(file: string) {
      for (let tries = 0; tries < 600 && !existsSync(file); tries++) await sleep(20);
      return existsSync(file);
    }

    test.each([
      ['is told to end when the shell has ended', { npm_lifecycle_event: 'start' }, 'ended'],
      ['is left alone without npm, as in the background of a terminal', {}, 'left-behind'],
    ])('%s', async (_, env, file) => {
      const folder = aFolderWith({ 'a.mjs': program });
      const command = `"${process.execPath}" --import "${ending}" a.mjs; true`;
      const shell = spawn('/bin/sh', ['-c', command], { cwd: folder, env, stdio: 'ignore' });
      expect(await until(join(folder, 'up'))).toBe(true);
      const ended = once(shell, 'close');
      shell.kill('SIGKILL');
      await ended;
      expect(await until(join(folder, file))).toBe(true);
      expect(['ended', 'left-behind'].filter((one) => existsSync(join(folder, one)))).toEqual([file]);
    });

    test.runIf(process.platform === 'linux')(
      'is told to end when npm was killed and the shell has stayed',
      async () => {
        const folder = aFolderWith({ 'a.mjs': program });
        const command = `"${process.execPath}" --import "${ending}" a.mjs; true`;
        const npm = `require('node:child_process').spawn('/bin/sh', ['-c', ${JSON.stringify(command)}], { stdio: 'ignore' })`;
        const env = { npm_lifecycle_event: 'start' };
        const parent = spawn(process.execPath, ['-e', npm], { cwd: folder, env, stdio: 'ignore' });
        expect(await until(join(folder, 'up'))).toBe(true);
        const ended = once(parent, 'close');
        parent.kill('SIGKILL');
        await ended;
        expect(await until(join(folder, 'ended'))).toBe(true);
        expect(existsSync(join(folder, 'left-behind'))).toBe(false);
      },
    );

    test('goes on when npm itself, without a shell in between, loses what has started it', async () => {
      const folder = aFolderWith({ 'a.mjs': program });
      const words = JSON.stringify(['--import', ending, 'a.mjs']);
      const npm = `require("node:child_process").spawn(process.execPath, ${words}, { stdio: "ignore" }); setTimeout(() => {}, 5000)`;
      const command = `"${process.execPath}" -e '${npm}' & wait`;
      const env = { npm_lifecycle_event: 'start' };
      const shell = spawn('/bin/sh', ['-c', command], { cwd: folder, env, stdio: 'ignore' });
      expect(await until(join(folder, 'up'))).toBe(true);
      const ended = once(shell, 'close');
      shell.kill('SIGKILL');
      await ended;
      expect(await until(join(folder, 'left-behind'))).toBe(true);
      expect(existsSync(join(folder, 'ended'))).toBe(false);
    });
  },
);
