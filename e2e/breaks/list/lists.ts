// Lists, reports and exports of very many payments.
import type { Break } from '../break.ts';

export const lists: readonly Break[] = [
  {
    name: 'A page of the list begins with the last payment of the page before',
    guards: ['store contract', 'property tests'],
    file: 'server/store/queries/lists/scan.ts',
    find: "isAt('<', before)",
    replace: "isAt('<=', before)",
    red: {
      suite: 'unit',
      files: ['server/store/sqlite/sqlite.test.ts', 'server/store/queries/lists/list.test.ts'],
    },
  },
  {
    name: 'A search that has looked through a part says that there is nothing',
    guards: ['property tests'],
    file: 'server/store/queries/lists/scan.ts',
    find: 'return { payments, reached: before };',
    replace: 'return { payments, reached: null };',
    red: { suite: 'unit', files: ['server/store/queries/lists/list.test.ts'] },
  },
  {
    name: 'A list of a till sorts all that it has ever sold',
    guards: ['store contract'],
    file: 'server/store/migrations/017-lists.ts',
    find: 'payments_of_till on payments (till, created_at, reference)',
    replace: 'payments_of_till on payments (till)',
    red: { suite: 'unit', files: ['server/store/queries/plans.test.ts'] },
  },
  {
    name: 'A day is put together of several moments',
    guards: ['store contract'],
    file: 'server/store/sqlite/snapshot.ts',
    find: 'snapshot: (read) => snapshotOf(file, read)',
    replace: 'snapshot: (read) => read(db)',
    red: { suite: 'unit', files: ['server/store/sqlite/snapshot.test.ts'] },
  },
  {
    name: 'An export is made faster than it is taken',
    guards: ['HTTP'],
    file: 'server/http/export.ts',
    find: 'if (!response.write(piece)) await drained(response, clock);',
    replace: 'response.write(piece);',
    red: { suite: 'unit', files: ['server/payments/routes/export.test.ts'] },
  },
];
