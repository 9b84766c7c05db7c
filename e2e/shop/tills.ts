import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a file of tills called 1, 2, 3 and so on. @returns the variable that names it; none where no count is given. */
export function tillsIn(folder: string, count: number | undefined): { TILLS_FILE?: string } {
  if (count === undefined) return {};
  const file = join(folder, 'tills.json');
  const ids = Array.from({ length: count }, (_, at) => String(at + 1));
  writeFileSync(file, JSON.stringify(ids.map((id) => ({ id, name: `Till ${id}` }))));
  return { TILLS_FILE: file };
}
