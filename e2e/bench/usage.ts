// What a process has used of the machine, as Linux counts it.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The kernel counts a process' time in hundredths of a second on every architecture that Node runs on. */
const ticksPerSecond = 100;
const kibibyte = 1024;

/** @returns seconds that the process has kept a core busy since it began, its threads and the kernel's work for it included. */
export function cpuSeconds(pid: number): number {
  // The name of the program, in brackets, may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const [user, system] = [fields[11], fields[12]];
  return (Number(user) + Number(system)) / ticksPerSecond;
}

/** @returns megabytes (10^6 bytes) of memory that the process holds now. */
export function residentMegabytes(pid: number): number {
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return (Number(kibibytes) * kibibyte) / 1e6;
}

/** From now on the process runs on this core alone, so that what is measured has one whole core, and no more. */
export function pin(pid: number, core: number): void {
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', String(core), String(pid)], {
    stdio: 'ignore',
  });
}
