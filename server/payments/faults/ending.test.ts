// Whatever goes wrong when staff give back what is left of a sale, or stop an agreement.
import { describe } from '../../testing/at-once.ts';
import { type Kind, paidKinds, subscriberKinds, ways } from '../../testing/faults/kinds.ts';
import { type Ends, ofTheGateway, repeatedAs, rowOf } from '../../testing/faults/operations.ts';
import { aMinute, type Cell, minutes, once, testCells, twice } from '../../testing/faults/table.ts';

/** Of an operation by which Vipps hears a cancel. */
function testOperation(kind: Kind, story: 'cancel to release' | 'cancel to stop', ends: Ends) {
  testCells(kind, story, once, rowOf(kind, ends, { ...ends.done, calls: 2 }));
  testCells(kind, story, once, ofTheGateway(ends));
  const seen = { ...ends.repeated, says: 'a poll shows that it is done' };
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
  testOperation(kind, 'cancel to release', { done, repeated, turnedDown });

  const delayed: Cell = {
    ...repeated,
    says: 'staff are told that it takes longer, and it is given back once',
    calls: 15,
    screen: `${captured} → approved captured (release_delayed)`,
  };
  testCells(kind, 'cancel to release', minutes(10), { 503: delayed, drop_after: delayed });

  const seenLater: Cell = {
    ...repeated,
    rule: 'P1',
    says: 'it is said to be given back once a poll shows it',
    calls: 5,
  };
  const row = { 503: seenLater, 404: seenLater, html: seenLater, stale: seenLater };
  testCells(kind, 'details after the release', once, row);
  const long = { ...seenLater, calls: 9, screen: delayed.screen };
  testCells(kind, 'details after the release', aMinute, { stale: long });
});

describe('recurring: a fault that strikes the stop of an agreement of which a part is captured', () => {
  const { opened } = ways.recurring;
  const done: Cell = {
    rule: 'P3',
    says: 'what is left is given back by a call of its own',
    answer: '200 approved',
    screen: `${opened} → approved → approved capturing → approved captured → approved captured stopping → approved captured stopped → approved captured released stopped`,
    stored: ['approved, stopped, captured 10000, released 14900, capture done, stop done, release done'],
    vipps: ['STOPPED, captured 10000, released 14900, receipt'],
    calls: 2,
  };
  const repeated: Cell = { ...repeatedAs(done), calls: 3 };
  testCells('recurring', 'cancel to stop after a capture', once, {
    slow: done,
    503: repeated,
    hang: repeated,
    drop_after: repeated,
  });
  const twiceRepeated = { ...repeated, calls: 4 };
  testCells('recurring', 'cancel to stop after a capture', twice, {
    503: twiceRepeated,
    drop_after: twiceRepeated,
  });
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
  testOperation(kind, 'cancel to stop', { done, repeated, turnedDown });

  const delayed: Cell = {
    ...repeated,
    says: 'staff are told that it takes longer, and it is stopped once',
    calls: 15,
    screen: `${opened} → approved → approved stopping → approved stopping (stop_delayed)`,
  };
  testCells(kind, 'cancel to stop', minutes(10), { 503: delayed, drop_after: delayed });
});
