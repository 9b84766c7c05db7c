// Getting a PIN without an argument, which other programs of the machine and the shell's history would see.
import { askHidden } from '../setup/asking/terminal.ts';
import { Usage } from './command.ts';

/** Longer than any PIN. */
const mostBytes = 100;

async function readFirstLine(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin) {
    text += String(chunk);
    if (text.includes('\n') || text.length > mostBytes) break;
  }
  const [line = ''] = text.split('\n');
  // Also takes away the byte order mark that PowerShell may begin with.
  return line.slice(0, mostBytes).trim();
}

/** Asks at a terminal, without showing the PIN; otherwise it is the first line of standard input. @throws Usage without one. */
export async function askForPin(): Promise<string> {
  if (process.stdin.isTTY) return askHidden('PIN (6 to 12 digits, of a manager 8 to 12): ');
  const pin = await readFirstLine();
  if (pin === '')
    throw new Usage('There is no PIN: run this at a terminal, or give it as a line of standard input.');
  return pin;
}
