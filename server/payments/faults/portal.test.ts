// Staff refund a sale while somebody refunds it in the portal: whose refund it was is told by its key, not by the total.
import { describe } from '../../testing/at-once.ts';
import { paidKinds, ways } from '../../testing/faults/kinds.ts';
import { type Cell, once, testCells } from '../../testing/faults/table.ts';

describe.each(paidKinds)('%s: a refund in the portal, beside one of ours that is in doubt', (kind) => {
  const { opened, paid, paidStored, paidAtVipps } = ways[kind];
  const refused: Cell = {
    rule: 'P2',
    says: 'it is not taken for ours, which Vipps has refused',
    answer: '503 vipps_unavailable',
    screen: `${opened} → ${paid}`,
    stored: [`${paidStored.replace('captured 24900', '$&, refunded 24900')}, refund refused, refund_failed`],
    vipps: [paidAtVipps.replace('captured 24900', '$&, refunded 24900')],
    calls: 6,
  };
  const longer = { ...refused, screen: `${opened} → ${paid} → approved captured (refund_delayed)` };
  testCells(kind, 'refund beside the portal', once, { slow: { ...refused, calls: 5 }, 503: longer });
  if (kind !== 'epayment') return;
  const asked: Cell = { ...longer, calls: 5, says: 'its events are asked for until they tell' };
  testCells(kind, 'events beside the portal', once, {
    404: { ...asked, calls: 4 },
    503: asked,
    html: asked,
    wrong_shape: asked,
  });
});
