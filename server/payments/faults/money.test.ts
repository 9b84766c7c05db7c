// Whatever goes wrong with money that a customer has paid: with the capture or the refund.
import { describe } from '../../testing/at-once.ts';
import { type Kind, paidKinds, ways } from '../../testing/faults/kinds.ts';
import { type Ends, ofTheGateway, rowOf } from '../../testing/faults/operations.ts';
import { type Cell, chosen, minutes, once, testCells } from '../../testing/faults/table.ts';

/** When staff capture. */
function captured(kind: Kind): Ends {
  const { opened, paid, paidStored, paidAtVipps } = ways[kind];
  const done: Cell = {
    rule: 'P2',
    says: 'it is captured',
    answer: '200 approved',
    screen: `${opened} → approved → ${paid}`,
    stored: [paidStored],
    vipps: [paidAtVipps],
    calls: 1,
  };
  const repeated: Cell = {
    ...done,
    says: 'it is repeated under its key, and captured once',
    calls: 2,
    answer: '503 vipps_unavailable',
  };
  const turnedDown: Cell = {
    ...done,
    says: 'staff are told, and may ask for another',
    calls: 2,
    answer: '502 vipps_rejected',
    screen: `${opened} → approved → approved capturing → approved not captured (capture_failed) → ${paid}`,
    stored: ['approved, captured 24900, capture refused, capture done'],
  };
  return { done, repeated, turnedDown };
}

/** When the till captures by itself. */
function capturedByItself(kind: Kind): Ends {
  const { opened, paid } = ways[kind];
  const { done: byStaff, turnedDown } = captured(kind);
  const done = { ...byStaff, answer: '201 presented', screen: `${opened} → ${paid}` };
  return {
    done,
    repeated: { ...done, says: 'it is repeated under its key, and captured once', calls: 2 },
    turnedDown: {
      ...turnedDown,
      says: 'staff are told, and ask for another',
      answer: '201 presented',
      screen: `${opened} → approved capturing → approved not captured (capture_failed) → ${paid}`,
    },
  };
}

function refunded(kind: Kind): Ends {
  const { opened, paid, paidStored, paidAtVipps } = ways[kind];
  const done: Cell = {
    rule: 'P2',
    says: 'it is refunded',
    answer: '200 approved',
    screen: `${opened} → ${paid} → approved captured refunded`,
    stored: [`${paidStored.replace('captured 24900', '$&, refunded 24900')}, refund done`],
    vipps: [paidAtVipps.replace('captured 24900', '$&, refunded 24900')],
    calls: 1,
  };
  const repeated: Cell = {
    ...done,
    says: 'it is repeated under its key, and refunded once',
    calls: 2,
    answer: '503 vipps_unavailable',
  };
  const turnedDown: Cell = {
    ...done,
    says: 'staff are told, and may ask for another',
    calls: 2,
    answer: '502 vipps_rejected',
    screen: `${opened} → ${paid} → approved captured (refund_failed) → approved captured → approved captured refunded`,
    stored: ['approved, captured 24900, refunded 24900, capture done, refund refused, refund done'],
  };
  return { done, repeated, turnedDown };
}

describe.each(paidKinds)('%s: a fault that strikes the capture that staff have asked for', (kind) => {
  const ends = captured(kind);
  testCells(kind, 'capture', once, rowOf(kind, ends, { ...ends.done, calls: 2 }));
  testCells(kind, 'capture', once, ofTheGateway(ends));
});

describe.each(paidKinds)('%s: a capture or refund that is answered with an old total', (kind) => {
  const operations = [['capture', captured(kind)] as const, ['refund', refunded(kind)] as const];
  for (const [on, { done }] of operations) {
    testCells(kind, on, once, { stale: { ...done, says: 'it counts for its amount' } });
  }
});

/** The till goes back to idle before it is over. */
const untilIdle = ({ screen }: Cell) => screen.replace(/ → [^→]*$/, '');

describe('ecom: a capture whose token is no good, and another is not to be had at once', () => {
  // The token is the same for all.
  const { repeated } = captured('ecom');
  for (const fault of ['refused', 'hang', '400', '401', '403', '404', '429', '503', 'html'] as const) {
    testCells('ecom', 'capture', once, { 401: repeated }, [{ on: 'token', fault, times: 1 }]);
  }
});

describe.each(paidKinds)(
  '%s: a capture or refund that was carried out, and whose repeat is refused',
  (kind) => {
    const operations = [['capture', captured(kind)] as const, ['refund', refunded(kind)] as const];
    for (const [on, { repeated }] of operations) {
      const seen = { ...repeated, says: 'a poll shows that it is done' };
      testCells(kind, on, once, { drop_after: seen }, [{ on, fault: 'never', times: 1 }]);
      const slow = {
        ...repeated,
        says: 'it is asked for again until it is done, and done once',
        calls: 3,
        screen: untilIdle(repeated),
      };
      testCells(kind, on, once, { late: slow }, [{ on, fault: 'in_progress', times: 1 }]);
      const pending = { ...repeated, says: 'without a poll that tells, it stays pending', calls: 3 };
      for (const fault of ['404', '503'] as const) {
        const details = { on: 'details', fault, forMs: 3_000 } as const;
        testCells(kind, on, once, { drop_after: pending }, [{ on, fault: 'never', times: 1 }, details]);
      }
    }
  },
);

describe.each(paidKinds)('%s: a fault that strikes the capture that follows an approval', (kind) => {
  const ends = capturedByItself(kind);
  const { done, repeated, turnedDown } = ends;
  const often = ['404', '503', 'drop_after'] as const;
  testCells(kind, 'capture by itself', once, chosen(kind, rowOf(kind, ends, repeated), ...often));
  testCells(kind, 'capture by itself', once, chosen(kind, ofTheGateway(ends), 'late', 'never'));

  const delayed: Cell = {
    ...done,
    says: 'staff are told that it takes longer, and it is captured once',
    calls: 15,
    screen: `${ways[kind].opened} → approved capturing → approved capturing (capture_delayed)`,
  };
  const untilIdle = `${ways[kind].opened} → approved capturing`;
  const afterwards: Cell = {
    ...turnedDown,
    screen: `${untilIdle} → approved not captured (capture_failed)`,
  };
  const forLong = {
    refused: delayed,
    401: { ...delayed, calls: 29 },
    403: delayed,
    404: delayed,
    409: afterwards,
    never: afterwards,
    // The third try comes after the till has gone back to idle.
    429: { ...delayed, says: 'its wish to be left alone is heard', screen: untilIdle },
    503: delayed,
    wrong_shape: delayed,
    drop_after: delayed,
    gateway_403: delayed,
    gateway_404: delayed,
    gateway_409: delayed,
  };
  testCells(
    kind,
    'capture by itself',
    minutes(10),
    chosen(kind, forLong, 'never', '404', '429', 'drop_after'),
  );
});

describe.each(paidKinds)('%s: a fault that strikes the refund that staff have asked for', (kind) => {
  const ends = refunded(kind);
  const { repeated, turnedDown, done } = ends;
  testCells(kind, 'refund', once, rowOf(kind, ends, { ...done, calls: 2 }));
  testCells(kind, 'refund', once, ofTheGateway(ends));

  const paid = `${ways[kind].opened} → ${ways[kind].paid}`;
  const delayed: Cell = {
    ...repeated,
    says: 'staff are told that it takes longer, and it is refunded once',
    calls: 15,
    screen: `${paid} → approved captured (refund_delayed)`,
  };
  const afterwards: Cell = { ...turnedDown, screen: `${paid} → approved captured (refund_failed)` };
  const forLong = {
    refused: delayed,
    401: { ...delayed, calls: 29 },
    403: delayed,
    404: delayed,
    409: afterwards,
    never: afterwards,
    429: { ...delayed, says: 'its wish to be left alone is heard', screen: paid },
    503: delayed,
    wrong_shape: delayed,
    drop_after: delayed,
    gateway_404: delayed,
  };
  testCells(kind, 'refund', minutes(10), chosen(kind, forLong, 'never', '404', '429', 'drop_after'));
});
