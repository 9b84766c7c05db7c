// How many connections the system lets this process have beside all else that it opens.
import { readFileSync } from 'node:fs';

/** Kept for connections to Vipps (at most 400), the database and files; of a low limit, half. */
const mostReserved = 600;

/** @returns how many files and connections this process may have open at once; null where nothing limits it or nobody says. */
export function readOpenFilesLimit(): number | null {
  try {
    const [, soft] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return soft === undefined ? null : Number(soft);
  } catch {
    return userLimit();
  }
}

/** Where there is no /proc; it takes some milliseconds. */
function userLimit(): number | null {
  Object.assign(process.report, { excludeNetwork: true });
  const report: unknown = process.report.getReport();
  const { userLimits } = report as { userLimits?: { open_files?: { soft?: unknown } } };
  const soft = userLimits?.open_files?.soft;
  return typeof soft === 'number' ? soft : null;
}

/** @returns how many connections there can be while `openFiles` is the limit of the process. */
export function connectionsWithin(openFiles: number | null): number {
  if (openFiles === null) return Number.POSITIVE_INFINITY;
  return openFiles - Math.min(mostReserved, Math.ceil(openFiles / 2));
}
