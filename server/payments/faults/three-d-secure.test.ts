// The customer's bank takes its time (3-D Secure): the sale cannot be cancelled (52), and is approved long after it has run out.
import { describe } from '../../testing/at-once.ts';
import { kinds, ways } from '../../testing/faults/kinds.ts';
import { type Cell, once, testCells } from '../../testing/faults/table.ts';

describe.each(kinds)('%s: approved after time ran out and the till has sold again', (kind) => {
  const { opened, releasedAtVipps, cancelledAtVipps } = ways[kind];
  const released: Cell = {
    rule: 'P3',
    says: 'it is given back, and nothing of it is captured',
    answer: '201 presented',
    screen: `${opened} → closing → started → presented → closing → cancelled`,
    stored: ['expired by timeout, released', 'cancelled by staff'],
    vipps: [kind === 'recurring free' ? 'STOPPED' : releasedAtVipps, cancelledAtVipps],
    calls: 3,
  };
  // Recurring remembers a refusal under its key, and says it once more.
  const again = { ...released, calls: kind.startsWith('recurring') ? 4 : 3 };
  const cells = { slow: released, 409: released, 503: released, drop_after: again };
  testCells(kind, 'cancel in 3-D Secure', once, cells);
});
