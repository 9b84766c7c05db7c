// That every program of ours reads what people have written in one and the same way.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { forPrograms } from '../simulator/testing/program.ts';
import { shop } from '../testing/config.ts';
import { aFolderWith } from '../testing/files/written-files.ts';
import { aMachine } from '../testing/run-command.ts';

const address = (path: string) => new URL(path, import.meta.url).href;
const script = (path: string) => [fileURLToPath(address(path))];
const server = `import { main } from '${address('../main.ts')}'; await main(new URL('${address('../../')}'))`;
const programs: [string, string[]][] = [
  ['start', ['--input-type=module', '-e', server]],
  ['simulator', script('../simulator/main.ts')],
  ['doctor', script('./doctor.ts')],
  ['support-bundle', script('./support-bundle.ts')],
  ['backup', script('./backup.ts')],
  ['audit', [...script('./audit.ts'), '--verify']],
  ['staff', [...script('./staff.ts'), 'list']],
  ['keys', [...script('./keys.ts'), 'list']],
];

function run(words: string[], folder: string) {
  const ended = Promise.withResolvers<{ code: unknown; out: string; said: string }>();
  execFile(process.execPath, words, { cwd: folder, env: { ...forPrograms } }, (error, out, said) =>
    ended.resolve({ code: error?.code ?? 0, out, said }),
  );
  return ended.promise;
}

test.each(programs)(
  'npm run %s ends with the sentence about a line of .env that is none',
  async (_, words) => {
    const folder = aFolderWith({ '.env': Buffer.from('\ufeffPORT=0\r\nCAPTURE manual\r\n', 'utf16le') });
    const { code, said } = await run(words, folder);
    expect(code).toBe(1);
    expect(said).toMatch(/^(Tillside did not start\.\n)?\.env, line 2: there is no = in it; [^\n]*\n$/);
  },
);

test('a command goes by .env as an editor of Windows saves it, and warns beside what it prints', async () => {
  const lines = [
    'DATABASE_URL=file:named.db',
    ...Object.entries(shop).map(([name, value]) => `${name}="${value}"`),
  ];
  const text = `\ufeff${lines.join('\r\n')}\r\nTIMEZONE=Europe/Oslo\r\n`;
  const folder = aFolderWith({ '.env': Buffer.from(text, 'utf16le') });
  const { code, out, said } = await run([...script('./keys.ts'), 'add', 'a-pos'], folder);
  expect({ code, said }).toEqual({
    code: 0,
    said: `Warning: .env, line ${lines.length + 1}: TIMEZONE is not a setting of Tillside; did you mean TIME_ZONE?\n`,
  });
  expect(out).toMatch(/\n\S{43}\n$/);
  expect(existsSync(join(folder, 'named.db'))).toBe(true);
});

test('a PIN may begin with a byte order mark, as PowerShell sends it', async () => {
  const { run } = aMachine();
  const { code, said } = await run('staff', ['add', 'Kari', '--role', 'cashier'], '\ufeff935820\r\n');
  expect({ code, said }).toEqual({ code: 0, said: '' });
});
