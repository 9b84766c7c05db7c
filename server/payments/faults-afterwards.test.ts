// Whatever goes wrong with what follows when a customer has paid or subscribed: a release, a stop, the charge, the order lines.
import { describe } from '../testing/at-once.ts';
import { type Kind, paidKinds, subscriberKinds, ways } from '../testing/fault-kinds.ts';
import { aMinute, type Cell, minutes, once, type Row, testCells, twice } from '../testing/fault-table.ts';

type Ends = { done: Cell; repeated: Cell; turnedDown: Cell };

/** Under its key, until Vipps says what has become of it. */
const repeatedAs = (done: Cell): Cell => ({
  ...done,
  says: 'it is repeated under its key, and carried out once',
  calls: 2,
  answer: '503 vipps_unavailable',
});

/** @param hasAnAnswer Recurring says with its status alone that it has accepted: an answer of another shape cannot be wrong. */
function testOperation(
  kind: Kind,
  story: 'cancel to release' | 'cancel to stop',
  ends: Ends,
  hasAnAnswer: boolean,
) {
  const { done, repeated, turnedDown } = ends;
  const row: Row = {
    refused: repeated,
    reset: repeated,
    hang: repeated,
    slow: done,
    401: { ...done, calls: 2 },
    403: repeated,
    404: repeated,
    // eCom says in it that the merchant is blocked.
    409: kind === 'ecom' ? turnedDown : repeated,
    429: repeated,
    500: repeated,
    503: repeated,
    // A page in its place is no answer, also where it would be empty.
    html: repeated,
    cut: repeated,
    wrong_shape: hasAnAnswer ? repeated : done,
    drop_after: repeated,
  };
  testCells(kind, story, once, row);
  testCells(kind, story, once, {
    never: turnedDown,
    in_progress: repeated,
    gateway_403: repeated,
    gateway_404: repeated,
    gateway_409: repeated,
    late: repeated,
  });
  const seen = { ...repeated, says: 'a look shows that it is done' };
  testCells(kind, story, once, { drop_after: seen }, [{ on: 'cancel', fault: 'never', times: 1 }]);
}

describe.each(paidKinds)('%s: a fault that strikes the release of what is left after a capture', (kind) => {
  const { opened } = ways[kind];
  const captured = `${opened} → approved → approved capturing → approved captured`;
  const agreed = kind === 'recurring' ? ['ACTIVE, ', ', receipt'] : ['', ''];
  const done: Cell = {
    rule: 'P2',
    says: 'it is given back',
    answer: '200 approved',
    screen: `${captured} → approved captured released`,
    stored: ['approved, captured 10000, released 14900, capture done, release done'],
    vipps: [agreed.join('captured 10000, released 14900')],
    calls: 1,
  };
  const turnedDown: Cell = {
    ...done,
    says: 'staff are told, and may ask for another',
    calls: 2,
    answer: '502 vipps_rejected',
    screen: `${captured} → approved captured (release_failed) → approved captured → approved captured released`,
    stored: ['approved, captured 10000, released 14900, capture done, release refused, release done'],
  };
  const repeated = repeatedAs(done);
  testOperation(kind, 'cancel to release', { done, repeated, turnedDown }, kind !== 'recurring');

  const delayed: Cell = {
    ...repeated,
    says: 'staff are told that it takes longer, and it is given back once',
    calls: 15,
    screen: `${captured} → approved captured (release_delayed)`,
  };
  testCells(kind, 'cancel to release', minutes(10), { 503: delayed, drop_after: delayed });
});

describe.each(subscriberKinds)('%s: a fault that strikes the stop of an agreement', (kind) => {
  const { opened } = ways[kind];
  // What was reserved for it and not captured is given back with it.
  const released = kind === 'recurring';
  const stopped = released ? 'approved released stopped' : 'approved stopped';
  const done: Cell = {
    rule: 'P3',
    says: 'it is stopped',
    answer: '200 approved',
    screen: `${opened} → approved → approved stopping → ${stopped}`,
    stored: [`approved, stopped${released ? ', released 24900' : ''}, stop done`],
    vipps: [released ? 'STOPPED, released, receipt' : 'STOPPED'],
    calls: 1,
  };
  const turnedDown: Cell = {
    ...done,
    says: 'staff are told, and may ask for another',
    calls: 2,
    answer: '502 vipps_rejected',
    screen: `${opened} → approved → approved stopping → approved (stop_failed) → approved stopping → ${stopped}`,
    stored: done.stored.map((words) => words.replace('stop done', 'stop refused, stop done')),
  };
  const repeated = repeatedAs(done);
  testOperation(kind, 'cancel to stop', { done, repeated, turnedDown }, false);

  const delayed: Cell = {
    ...repeated,
    says: 'staff are told that it takes longer, and it is stopped once',
    calls: 15,
    screen: `${opened} → approved → approved stopping → approved stopping (stop_delayed)`,
  };
  testCells(kind, 'cancel to stop', minutes(10), { 503: delayed, drop_after: delayed });
});

describe('recurring: a fault that strikes the look at the charge of an agreement that has just been accepted', () => {
  const { opened, paid, paidStored, paidAtVipps } = ways.recurring;
  const unnoticed: Cell = {
    rule: 'P6',
    says: 'nobody notices, and the next look sees it paid',
    answer: '201 presented',
    screen: `${opened} → ${paid}`,
    stored: [paidStored],
    vipps: [paidAtVipps],
    calls: 3,
  };
  const noted: Cell = {
    ...unnoticed,
    says: 'the screens say for as long as Vipps has asked for that they are reconnecting',
    screen: `${opened} → presented (vipps_unavailable) → ${paid}`,
  };
  const charge: Row = {
    refused: unnoticed,
    reset: unnoticed,
    hang: unnoticed,
    // The capture looks at it, too.
    slow: { ...unnoticed, calls: 2 },
    401: unnoticed,
    403: unnoticed,
    // The agreement is there: it is not as if Vipps did not know it.
    404: unnoticed,
    409: unnoticed,
    429: noted,
    500: unnoticed,
    503: unnoticed,
    html: unnoticed,
    cut: unnoticed,
    wrong_shape: unnoticed,
    drop_after: unnoticed,
  };
  testCells('recurring', 'charge', once, charge);

  const known: Cell = {
    ...unnoticed,
    says: 'the screens keep what they knew and say that they are reconnecting',
    calls: 4,
    screen: `${opened} → presented (vipps_unavailable) → ${paid}`,
  };
  testCells('recurring', 'charge', twice, { 404: known, 429: known, 503: known, drop_after: known });
  testCells('recurring', 'charge', aMinute, { 404: { ...known, calls: 12 }, 503: { ...known, calls: 12 } });
});

describe('recurring: a fault that strikes the look at the charge that has just been captured', () => {
  const { opened, paid, paidStored, paidAtVipps } = ways.recurring;
  /** One look has shown it reserved, another shows it captured. */
  const done: Cell = {
    rule: 'P2',
    says: 'it is captured',
    answer: '200 approved',
    screen: `${opened} → approved → ${paid}`,
    stored: [paidStored],
    vipps: [paidAtVipps],
    calls: 2,
  };
  const repeated: Cell = { ...repeatedAs(done), calls: 3 };
  const charge: Row = {
    refused: repeated,
    reset: repeated,
    hang: repeated,
    slow: done,
    401: { ...done, calls: 3 },
    403: repeated,
    // The capture was accepted: that its charge is not shown is no refusal of it.
    404: repeated,
    409: repeated,
    429: repeated,
    500: repeated,
    503: repeated,
    html: repeated,
    cut: repeated,
    wrong_shape: repeated,
    drop_after: repeated,
  };
  testCells('recurring', 'charge after the capture', once, charge);

  const delayed: Cell = {
    ...repeated,
    says: 'staff are told that it takes longer, and it is captured once',
    calls: 16,
    screen: `${opened} → approved → approved capturing → approved capturing (capture_delayed)`,
  };
  testCells('recurring', 'charge after the capture', minutes(10), { 404: delayed, 503: delayed });
});

describe.each(['ecom', 'recurring'] as const)('%s: a fault that strikes the order lines', (kind) => {
  const { opened, paid, paidStored, paidAtVipps } = ways[kind];
  const withoutLines = paidAtVipps.replace(', receipt', '');
  const told: Cell = {
    rule: 'P1',
    says: 'they are sent, and the sale is paid',
    answer: '201 presented',
    screen: `${opened} → ${paid}`,
    stored: [paidStored],
    vipps: [`${withoutLines}, receipt`],
    calls: 1,
  };
  const again: Cell = { ...told, says: 'they are sent again, and the sale is paid all the same', calls: 2 };
  const refused: Cell = {
    ...told,
    vipps: [withoutLines],
  };
  const receipt: Row = {
    refused: again,
    reset: again,
    hang: again,
    slow: told,
    401: again,
    403: again,
    404: again,
    409: again,
    429: again,
    500: again,
    503: again,
    html: again,
    cut: again,
    // Nothing in the answer matters.
    wrong_shape: told,
    drop_after: again,
  };
  testCells(kind, 'receipt', once, receipt);
  const noticed: Cell = {
    ...refused,
    says: 'Vipps has said no to them, staff are told, and the sale is paid all the same',
    screen: `${told.screen} → approved captured (lines_refused)`,
    stored: [`${paidStored}, lines_refused`],
  };
  testCells(kind, 'receipt', once, { 400: noticed, gateway_404: again, late: again });

  const givenUp: Cell = {
    ...refused,
    says: 'they are given up after six tries, and the sale is paid all the same',
    calls: 6,
  };
  testCells(kind, 'receipt', minutes(10), {
    refused: givenUp,
    401: { ...givenUp, calls: 12 },
    404: givenUp,
    429: givenUp,
    503: givenUp,
    drop_after: { ...givenUp, vipps: told.vipps },
  });
});
