// At a terminal: what is secret is not shown, and Ctrl-C ends it.
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { NoAnswer, openTerminal } from './terminal.ts';

function aTerminal() {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = new PassThrough();
  let shown = '';
  output.on('data', (chunk) => {
    shown += chunk;
  });
  const terminal = openTerminal({ input: input as unknown as NodeJS.ReadStream, output });
  return { terminal, type: (keys: string) => input.write(keys), shown: () => shown };
}

test('[P7] a secret that is typed is not shown; what is none is', async () => {
  const { terminal, type, shown } = aTerminal();
  const secret = terminal.ask('Secret: ', true);
  type('canary\r');
  expect(await secret).toBe('canary');
  const plain = terminal.ask('Name: ', false);
  type('Mona\r');
  expect(await plain).toBe('Mona');
  expect(shown()).toContain('Secret: ');
  expect(shown()).toContain('Mona');
  expect(shown()).not.toContain('canary');
});

test.each([
  ['Ctrl-C', '\x03'],
  ['Ctrl-D', '\x04'],
])('%s ends the question without an answer', async (_, keys) => {
  for (const hidden of [true, false]) {
    const { terminal, type } = aTerminal();
    const asked = terminal.ask('Name: ', hidden);
    type(keys);
    await expect(asked).rejects.toThrow(NoAnswer);
  }
});
