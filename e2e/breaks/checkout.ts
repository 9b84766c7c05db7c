// A copy of this checkout in which things can be broken.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type Checkout = { readonly root: string; remove(): void };

/** What tools write into node_modules is each checkout's own: compiled code of broken sources must not get into this one. */
const isPackage = (name: string) => !name.startsWith('.') || name === '.bin' || name === '.package-lock.json';

/** Copies what git knows, and what it would not ignore. The packages, and what lies beside the checkout, are linked. */
export function copyCheckout(from: string): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-breaks-'));
  const root = join(folder, 'checkout');
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: from,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0')) {
    // What was deleted is listed, too, and so is a folder that is a link.
    if (statSync(join(from, file), { throwIfNoEntry: false })?.isFile() !== true) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(join(from, file), join(root, file));
  }
  const packages = join(from, 'node_modules');
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(packages).filter(isPackage)) {
    symlinkSync(join(packages, name), join(root, 'node_modules', name));
  }
  // The official descriptions of Vipps MobilePay, where they are at hand.
  const beside = join(from, '..', 'shared');
  if (existsSync(beside)) symlinkSync(beside, join(folder, 'shared'));
  return { root, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
