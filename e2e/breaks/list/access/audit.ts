// Who did what is on record, and that it was changed shows.
import type { Break } from '../../break.ts';

export const audit: readonly Break[] = [
  {
    name: 'An entry of the audit log does not stand for those before it',
    guards: ['P12', 'property tests'],
    file: 'server/audit/chain.ts',
    find: 'const content = [before, sequence,',
    replace: "const content = ['', sequence,",
    red: { suite: 'unit', files: ['server/audit/chain.property.test.ts'] },
  },
  {
    name: 'The end of the audit log can be cut off',
    guards: ['P12', 'property tests'],
    file: 'server/audit/chain.ts',
    find: 'before.sequence === head.sequence && before.hash === head.hash',
    replace: 'before.sequence <= head.sequence',
    red: { suite: 'unit', files: ['server/audit/chain.property.test.ts'] },
  },
  {
    name: 'A refund is stored and not on record',
    guards: ['P12'],
    file: 'server/store/queries/writes.ts',
    find: 'await record(trx, change.told);',
    replace: '',
    red: { suite: 'unit', files: ['server/audit/routes.test.ts'] },
  },
  {
    name: 'What somebody may not do is not on record',
    guards: ['P12', 'access routes'],
    file: 'server/access/router.ts',
    find: 'isOnRecord.includes(error.code)',
    replace: 'false',
    red: { suite: 'unit', files: ['server/audit/routes.test.ts'] },
  },
  {
    name: 'Each miss is an entry of its own',
    guards: ['P12'],
    file: 'server/audit/tally.ts',
    find: 'return minute.size < mostAMinute && today.told < mostADay;',
    replace: 'return minute.size >= 0;',
    red: { suite: 'unit', files: ['server/audit/tally.test.ts'] },
  },
  {
    name: 'A PIN that was typed as a name is on record',
    guards: ['P7', 'P12'],
    file: 'server/access/staff/sign-in-misses.ts',
    find: 'name: withoutPins(name)',
    replace: 'name',
    red: { suite: 'unit', files: ['server/audit/routes.test.ts'] },
  },
  {
    name: 'A manager of one shop reads what another shop has on record',
    guards: ['P8', 'P12'],
    file: 'server/audit/routes.ts',
    find: 'filterOf(query, scopeOf(principal).shop, tills)',
    replace: 'filterOf(query, null, tills)',
    red: { suite: 'unit', files: ['server/audit/routes.test.ts'] },
  },
];
