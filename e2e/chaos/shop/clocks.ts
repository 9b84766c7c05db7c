// The clocks of a round's programs, which can be put ahead where nothing but time is waited for.
import { becomesTrue } from '../../shop/waiting.ts';

/** Longer than the 30 s in which an order could still turn up, or a call that timed out here could still be executed at Vipps. */
const stepMs = 31_000;
const heardWithinMs = 60_000;

/** What a program is started with so that its clocks can be put ahead. */
export const settableClocks = {
  NODE_OPTIONS: `--import=${new URL('clocks-in-program.ts', import.meta.url)}`,
  CLOCKS_STEP_MS: String(stepMs),
};
/** What it is started with once they have been. */
export const [aheadVariable, ahead] = ['CLOCKS_AHEAD_MS', String(stepMs)] as const;

/** Resolves once its clocks are ahead. @throws when it does not say so. */
export async function putAhead(program: { readonly pid: number; readonly log: string }): Promise<void> {
  // 0 would be everybody, ourselves included.
  if (program.pid === 0) throw new Error('there is no program whose clocks could be put ahead');
  process.kill(program.pid, 'SIGUSR2');
  const isAhead = () => program.log.includes(`Clocks are ${stepMs} ms ahead.`);
  if (!(await becomesTrue(isAhead, heardWithinMs, 10)))
    throw new Error(`its clocks are not ahead:\n${program.log}`);
}
