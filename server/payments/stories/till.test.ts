// Stories of a real till that were red once: in the till as it was, or in one that was broken on purpose.
import { describe, it } from 'vitest';
import { live } from '../../testing/model/life.ts';
import type { Shop } from '../../testing/model/vipps/kinds.ts';

const auto: Shop = { kind: 'ecom', capture: 'auto', directCapture: false, tellsKeys: true };
const direct: Shop = { ...auto, directCapture: true };
const manual: Shop = { ...auto, capture: 'manual' };
const epayment: Shop = { ...manual, kind: 'epayment', tellsKeys: false };
const recurring: Shop = { ...manual, kind: 'recurring' };
const free: Shop = { ...auto, kind: 'recurring free' };

const kept: [string, Shop, string][] = [
  [
    '[P10] a server that is told to stop while a refund is not answered stops in time',
    auto,
    'a customer comes, and pays; trouble: answer lost; staff refund all; the server stops and starts again',
  ],
  [
    '[P10] a refund that never reached Vipps is made by the next server',
    auto,
    'a customer comes, and pays; trouble: not reached; two tabs refund a part with one key; the server stops and starts again',
  ],
  [
    '[P2] a refund that was made, not heard of, and then refused, was made',
    auto,
    'a customer comes, and pays; trouble with the operation: answer lost, then refused; staff refund all; half a minute passes',
  ],
  [
    '[P2] a refund is not refused because Vipps does not know the order for a moment',
    auto,
    'a customer comes, and pays; trouble with the operation: answer lost, then refused; trouble: refused; staff refund a part; half a minute passes',
  ],
  ['[P2] of two refunds at once one is made', auto, 'a customer comes, and pays; two tabs refund a part'],
  [
    '[P2] two tabs cannot write over each other',
    auto,
    'the cashier charges and the code comes up; two tabs cancel',
  ],
  [
    '[P4] a repeat long after gets the first answer',
    auto,
    'a customer comes, and pays; the last charge is repeated',
  ],
  [
    '[P4] the till takes no second sale while the first can be paid',
    auto,
    'the cashier charges and the code comes up; the cashier charges',
  ],
  [
    '[P1] an order that Vipps does not know yet may still turn up',
    auto,
    'trouble: call held; the cashier charges and the code comes up; staff cancel',
  ],
  ['[P1] a code that nobody scanned runs out only after another poll', auto, 'the cashier charges'],
  [
    '[P1] a cancel that Vipps refused has not cancelled anything',
    direct,
    'the cashier charges and the code comes up; the customer opens it and approves; staff cancel',
  ],
  [
    '[P1] no code runs out because the wall clock jumps',
    auto,
    'the wall clock jumps a day ahead; the cashier charges and the code comes up; a second passes; staff cancel',
  ],
  [
    '[P11] what another system has reserved under our reference is left alone when our start has no answer',
    auto,
    'the next reference is taken: theirs, reserved; trouble with the start: not reached, then answer lost; the cashier charges and the code comes up; half a minute passes',
  ],
  [
    '[P11] a subscription that was paid before our record was lost is not given up when Vipps is silent',
    recurring,
    'the next reference is taken: ours, captured; trouble: call lost; the cashier charges and the code comes up; staff cancel',
  ],
  [
    '[P3] staff are told of a reservation that they cancelled',
    auto,
    'the cashier charges and the code comes up; the customer opens it and approves; staff cancel',
  ],
  [
    '[P3] an approval that slips through a cancel is released',
    auto,
    'staff cancel, and an approval slips through',
  ],
  [
    '[P3] a sale that slips through a cancel is refunded',
    direct,
    'staff cancel, and an approval slips through',
  ],
  [
    '[P3] a subscriber who slips through a cancel is given up',
    free,
    'staff cancel, and an approval slips through',
  ],
  [
    '[P3] so is one who pays at once, and is paid back',
    recurring,
    'staff cancel, and an approval slips through',
  ],
  [
    '[P2] a release that was made, not heard of, and then refused, was made',
    epayment,
    'a customer comes, and pays; trouble with the operation: answer lost, then refused; staff release what is left; half a minute passes',
  ],
  [
    '[P1] a release that Vipps refused has given nothing back',
    epayment,
    'a customer comes, and pays; trouble: refused; staff release what is left; three seconds pass; staff capture all',
  ],
  [
    '[P10] a release that never reached Vipps is made by the next server',
    epayment,
    'a customer comes, and pays; staff capture a part; a second passes; trouble: not reached; two tabs release with one key; the server is killed and starts again',
  ],
  [
    '[P3] of a capture and a release at once one is made',
    manual,
    'a customer comes, and pays; one tab captures a part, and another releases',
  ],
  [
    '[P3] what was released is not captured',
    manual,
    'a customer comes, and pays; staff capture a part; a second passes; staff release what is left; a second passes; staff capture all; staff refund a part',
  ],
  [
    '[P2] a stop that was made, not heard of, and then refused, was made',
    free,
    'a customer comes, and pays; trouble with the operation: answer lost, then refused; staff stop the agreement; half a minute passes',
  ],
  [
    '[P10] a stop that never reached Vipps is made by the next server',
    recurring,
    'a customer comes, and pays; trouble: not reached; two tabs stop the agreement with one key; the server is killed and starts again',
  ],
  [
    '[P2] a stop that Vipps refused can be asked for again',
    free,
    'a customer comes, and pays; trouble: refused; staff stop the agreement; three seconds pass; staff stop the agreement',
  ],
  [
    '[P3] an agreement whose first payment failed is not left running',
    recurring,
    'the cashier charges and the code comes up; the customer opens it and is declined; half a minute passes',
  ],
  [
    '[P1] an agreement that nobody was shown is no subscription',
    free,
    'trouble: answer lost; trouble: answer lost; the cashier charges and the code comes up; ten seconds pass; staff cancel',
  ],
  ['[P1] a sale that Vipps lets run out ends as expired', epayment, 'the cashier charges'],
  [
    '[P3] late money of which only a part was refunded stays on the screen of staff',
    direct,
    'staff cancel, and an approval slips through; trouble with the operation: refused; three seconds pass; staff refund a part',
  ],
  [
    '[P3] so it does when Vipps took long to confirm that part',
    direct,
    'trouble with the operation: refused; trouble with the operation: lost three times; staff cancel, and an approval slips through; ten seconds pass; staff refund a part',
  ],
  [
    '[P2] the refund of late money is ordered once, also when Vipps refuses it',
    direct,
    'trouble with the operation: lost three times; trouble with the operation: refused; staff cancel, and an approval slips through; half a minute passes',
  ],
  [
    '[P3] what staff cancelled is not approved when the customer was faster',
    auto,
    'the cashier charges and the code comes up; trouble with the cancel: refused; staff cancel; the customer opens it and approves',
  ],
  [
    '[P3] what staff cancelled after time ran out is not approved either',
    auto,
    'the cashier charges and the code comes up; trouble with the cancel: refused; the code runs out; staff cancel; the customer opens it and approves',
  ],
  [
    '[P3] staff are told when a cancelled sale was taken before the cancel arrived',
    direct,
    'the cashier charges and the code comes up; staff cancel; the customer opens it and approves',
  ],
  [
    '[P3] money that slips through as time runs out is released, and staff are told',
    auto,
    'the code runs out, and an approval slips through',
  ],
  [
    '[P2] a refund waits for a capture that is under way',
    manual,
    'a customer comes, and pays; staff capture a part; a second passes; staff capture a part; staff refund all',
  ],
  [
    '[P2] a refund waits for a refund that is under way',
    auto,
    'a customer comes, and pays; staff refund a part; staff refund all',
  ],
  [
    '[P2] a capture is over with its own answer only',
    manual,
    'a customer comes, and pays; staff capture a part; a second passes; trouble with the operation: refused; staff capture a part',
  ],
  [
    '[P4] a code that comes up after the cancel is not shown beside the next',
    auto,
    'the cashier charges; staff cancel; the cashier charges',
  ],
  [
    '[P1] nothing is cancelled by a poll that shows money',
    auto,
    'the cashier charges and the code comes up; the customer opens it and approves',
  ],
  [
    '[P2] so was a release of what a capture had left',
    epayment,
    'a customer comes, and pays; staff capture a part; a second passes; trouble with the operation: answer lost, then refused; staff release what is left',
  ],
  [
    '[P3] what was released of an agreement is not captured',
    recurring,
    'a customer comes, and pays; staff release what is left; staff capture all; a second passes; staff capture a part',
  ],
  [
    '[P2] a stop waits for a capture that is under way',
    recurring,
    'a customer comes, and pays; staff capture a part; staff stop the agreement; a second passes; staff stop the agreement; staff capture all',
  ],
  [
    '[P2] a stop that was made for a server that is gone, and then refused, was made',
    free,
    'a customer comes, and pays; trouble with the operation: answer lost, then refused; staff stop the agreement; a second passes; the server is killed and starts again',
  ],
  [
    '[P3] a subscriber whom staff cancelled is not welcome when the customer was faster',
    free,
    'the cashier charges and the code comes up; trouble with the cancel: refused; staff cancel; the customer opens it and approves',
  ],
  [
    '[P1] a refund counts for its amount, though the total that comes with it is old',
    auto,
    'a customer comes, and pays; trouble with the operation: old answer; staff refund a part',
  ],
  [
    '[P1] so does a capture',
    manual,
    'a customer comes, and pays; trouble with the operation: old answer; staff capture a part; a second passes; staff refund a part',
  ],
  [
    '[P2] a refund that Vipps refused is not made because another was',
    auto,
    'a customer comes, and pays; staff refund a part; a second passes; trouble with the operation: refused; staff refund a part',
  ],
  [
    '[P1] paid is not said while a cancel that was lost may undo it',
    manual,
    'the cashier charges and the code comes up; trouble with the cancel: call held; the code runs out; a second passes; the customer opens it and approves',
  ],
  [
    '[P1] paid is not said while a cancel of the server before may undo it',
    manual,
    'the cashier charges and the code comes up; trouble with the cancel: call held; the code runs out; a second passes; the server is killed and starts again; the customer opens it and approves',
  ],
  [
    '[P1] that Vipps does not know an order for a moment cancels nothing that was shown',
    auto,
    'the cashier charges and the code comes up; the customer opens it; half a minute passes; trouble with the cancel: refused; Vipps does not know the next order that is polled; staff cancel',
  ],
  [
    '[P1] so it is when time runs out, for as long as Vipps does not know it',
    auto,
    'the cashier charges and the code comes up; the customer opens it and approves; Vipps knows none of our orders; the code runs out; five minutes pass; five minutes pass; staff cancel; five minutes pass; Vipps knows our orders again; five minutes pass',
  ],
  [
    '[P3] who paid late gets the money back when the next sale was there already',
    epayment,
    'a customer pays just before the code runs out, and Vipps is silent; the cashier charges and the code comes up',
  ],
  [
    '[P3] so it is where Vipps has captured it by itself',
    direct,
    'a customer pays just before the code runs out, and Vipps is silent; the cashier charges and the code comes up',
  ],
  [
    '[P3] an answer from before late money was there does not say that it is given back',
    { ...auto, kind: 'recurring' },
    'the code runs out, and an approval slips through; a second passes; Vipps knows none of our orders; trouble with the poll: old answer; a second passes',
  ],
  [
    '[P10] a sale that was being started is closed by the next server',
    auto,
    'the cashier charges; the server is killed and starts again',
  ],
];

describe('of a real till', () => {
  it.each(kept)('%s', async (_, shop, story) => {
    await live(shop, story.split('; '));
  });
});
