// Makes one backup, in a process of its own: reading it through would hold up every screen. Its one argument and its answer are JSON.
import { setPriority } from 'node:os';
import { sayOf } from '../../audit/verdict.ts';
import { makeBackup } from '../make-backup.ts';

/** The tills come first. */
const priority = 10;

try {
  setPriority(priority);
  const { file, contents } = await makeBackup(JSON.parse(process.argv[2] ?? ''));
  const { audit } = contents;
  process.stdout.write(
    JSON.stringify({ file, fault: audit === null || audit.fault === null ? null : sayOf(audit, null) }),
  );
} catch (error) {
  process.stdout.write(JSON.stringify({ failed: error instanceof Error ? error.message : String(error) }));
}
