// `npm run audit`: whether the audit log is as it was written, and a file of it.
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { tell } from '../audit/act.ts';
import { toCsv } from '../audit/entries.ts';
import { sayOf } from '../audit/verdict.ts';
import { verify } from '../audit/verify.ts';
import type { AuditHead } from '../store/audit-store.ts';
import { actHere, type Opened, runCommand, say, Usage, withDatabase } from './command.ts';

const usage = `npm run audit -- --verify [--seal <number>:<hash>]   reads the whole log; ends with 1 when it is not as it was written
npm run audit -- --export                             writes all of it to standard output, as CSV`;

function sealNamed(text: string | undefined): AuditHead | null {
  if (text === undefined) return null;
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (number === undefined || hash === undefined) throw new Usage(usage);
  return { sequence: Number(number), hash };
}

async function exportAll({ store, clock }: Opened): Promise<void> {
  const told = tell(actHere('audit_exported', clock.nowMs()), { shop: null, about: '' });
  if (told) await store.audit.append(told);
  for await (const text of toCsv(store.audit, { shop: null })) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}

await runCommand(async () => {
  const flag = { type: 'boolean', default: false } as const;
  const options = { verify: flag, export: flag, seal: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const isClear = values.verify !== values.export && (values.verify || values.seal === undefined);
  if (!isClear || positionals.length > 0) throw new Usage(usage);
  const seal = sealNamed(values.seal);
  await withDatabase(async (opened) => {
    if (values.export) return exportAll(opened);
    const verdict = await verify(opened.store.audit, seal);
    say(sayOf(verdict, seal));
    process.exitCode = verdict.fault === null ? 0 : 1;
  });
});
