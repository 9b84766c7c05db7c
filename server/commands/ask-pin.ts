// Asking for a PIN at a terminal, without showing it.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Usage } from './command.ts';

/** @throws Usage when nobody can be asked. */
export async function askForPin(): Promise<string> {
  if (!process.stdin.isTTY) throw new Usage('Nobody can be asked for the PIN here: give it with --pin.');
  process.stdout.write('PIN (6 digits or more): ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stdout.write('\n');
  }
}
