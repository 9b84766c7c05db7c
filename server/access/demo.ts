// The demo's own manager. It opens nothing but the demo, where no money moves.
import type { AccessStore } from '../store/access-store.ts';
import type { Staff } from './staff.ts';
import { nameKey } from './tokens.ts';

export const demoManager = { name: 'demo', pin: '123456' };
const demoId = 'demo';

/** Who pairs a display that pairs itself. */
export const demoPairer = 'the demo';

/** Makes sure that the demo's manager is there, unless somebody of a shop has that name already. */
export async function addDemoManager(staff: Staff): Promise<void> {
  const isTaken = (await staff.list()).some(({ name }) => nameKey(name) === demoManager.name);
  if (!isTaken) await staff.add({ ...demoManager, role: 'manager', id: demoId });
}

/** What the demo let in does not get into a shop that goes on with the same database. */
export async function forgetDemo(store: AccessStore): Promise<void> {
  await store.removeStaff(demoId, true);
  const displays = await store.listDisplays();
  for (const { id } of displays.filter(({ pairedBy }) => pairedBy === demoPairer))
    await store.removeDisplay(id);
}
