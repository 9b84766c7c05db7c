// The package of this checkout as a shop has it after npm: the files that npm would pack, in a node_modules elsewhere.
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCommand } from '../../launch/install.mjs';
import { nodePackageFor } from '../../launch/node.mjs';
import { packClient } from '../../launch/pack.mjs';
import { stagePackage } from '../../launch/package/stage.mjs';
import { forPrograms } from '../../simulator/testing/program.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export type InstalledPackage = {
  /** Holds node_modules, as of a shop that has nothing else yet. */
  folder: string;
  /** What a program of the package is called with. */
  script: string;
  /** What npm would pack. */
  files: string[];
  /** Runs one command of it to its end. */
  run(...words: string[]): Promise<{ code: number | string; out: string; said: string }>;
  remove(): void;
};

/** Stands for the built client, which unit tests have not. */
function writeClient(dist: string): void {
  const files = { 'display/index.html': 'a display', '.vite/license.md': '# Licences of the client' };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    writeFileSync(join(dist, file), text);
  }
  packClient(dist);
}

function packedFiles(staged: string): string[] {
  const { file, args, shell } = npmCommand(process.env, process.platform);
  const words = [...args, 'pack', staged, '--dry-run', '--json', '--loglevel=error'];
  const [packed] = JSON.parse(execFileSync(file, words, { encoding: 'utf8', shell }));
  return packed.files.map(({ path }: { path: string }) => path);
}

/** @returns the package, installed without a network: of other packages it has only the one that brings Node. */
export function installPackage(): InstalledPackage {
  const made = mkdtempSync(join(tmpdir(), 'tillside-package-'));
  const [dist, staged, folder] = [join(made, 'dist'), join(made, 'staged'), join(made, 'shop')];
  writeClient(dist);
  const problem = stagePackage(root, dist, staged, process.execPath);
  if (problem !== undefined) throw new Error(problem);
  const files = packedFiles(staged);
  const installed = join(folder, 'node_modules', 'tillside');
  for (const file of files) cpSync(join(staged, file), join(installed, file));
  const node = nodePackageFor(`${process.platform}-${process.arch}`);
  if (node !== undefined)
    symlinkSync(join(root, 'node_modules', node), join(folder, 'node_modules', node), 'junction');
  const script = join(installed, 'launch', 'tillside.mjs');
  return {
    folder,
    script,
    files,
    run: (...words) =>
      new Promise((resolve) => {
        const options = { cwd: folder, env: forPrograms };
        const child = execFile(process.execPath, [script, ...words], options, (error, out, said) =>
          resolve({ code: error?.code ?? 0, out, said }),
        );
        // Nobody answers what it asks.
        child.stdin?.end();
      }),
    remove: () => rmSync(made, { recursive: true }),
  };
}
