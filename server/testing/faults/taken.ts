// What becomes of a start when the reference is in use at Vipps already.
import { type Kind, ways } from './kinds.ts';
import type { takers } from './others.ts';
import { cellsOf } from './starting.ts';
import type { Cell } from './table.ts';

type Taken = Readonly<Partial<Record<`taken, ${keyof typeof takers}`, Cell>>>;

/** An agreement says whether it runs. */
const standing = (kind: Kind, status: string, money: string) =>
  kind === 'recurring' ? `${status}, ${money}` : money;

export function takenOf(kind: Kind): Taken {
  const way = ways[kind];
  const { startedOver } = cellsOf(kind);
  const goesOn: Cell = { ...startedOver, rule: 'P11' };
  const theirs = (status: string, money: string): Cell => ({
    ...goesOn,
    says: 'what another system made is left alone, and the customer pays under the next suffix',
    stored: ['failed, not_ours', `-2 ${way.paidStored}`],
    vipps: [`theirs: ${standing(kind, status, money)}`, `-2 ${way.paidAtVipps}`],
  });
  const ours = (status: string, money: string): Cell => ({
    ...goesOn,
    says: 'an earlier try of ours that nobody can have paid is closed',
    vipps: [standing(kind, status, money), `-2 ${way.paidAtVipps}`],
  });
  const found: Cell = {
    rule: 'P11',
    says: 'what was paid before our record was lost is found, and not charged again',
    answer: '201 approved',
    screen: 'started → approved captured',
    stored: ['approved, captured 24900'],
    vipps: [way.paidAtVipps],
    calls: 1,
  };
  const captured = theirs('ACTIVE', 'captured 50000');
  const reserved = theirs('ACTIVE', 'reserved 50000');
  const same = theirs('ACTIVE', 'captured 24900');
  /** Where a start is repeated by itself, it is the repeat that comes second. */
  const lost = (cell: Cell): Cell => ({ ...cell, calls: kind === 'ecom' ? 2 : 3 });
  return {
    'taken, theirs open': theirs('PENDING', 'unpaid'),
    'taken, theirs reserved': reserved,
    'taken, theirs captured': captured,
    'taken, theirs sold': captured,
    'taken, theirs cancelled': theirs('STOPPED', 'cancelled'),
    'taken, theirs same amount': same,
    'taken, theirs reserved same amount': theirs('ACTIVE', 'reserved 24900'),
    'taken, theirs captured lost': lost(captured),
    'taken, theirs reserved lost': lost(reserved),
    'taken, theirs same amount lost': lost(same),
    'taken, ours open': ours('STOPPED', 'cancelled'),
    'taken, ours cancelled': ours('STOPPED', 'cancelled'),
    'taken, ours captured': found,
    'taken, ours reserved': {
      ...found,
      screen: `started → ${way.paid}`,
      stored: [way.paidStored],
    },
    'taken, ours refunded': {
      ...found,
      screen: 'started → approved captured refunded',
      stored: ['approved, captured 24900, refunded 24900'],
      vipps: [way.paidAtVipps.replace('captured 24900', 'captured 24900, refunded 24900')],
    },
    'taken, ours yesterday': {
      ...goesOn,
      says: 'a number that a caller used yesterday is another sale today',
      stored: ['failed, not_ours', `-2 ${way.paidStored}`],
      vipps: [standing(kind, 'ACTIVE', 'captured 24900'), `-2 ${way.paidAtVipps}`],
    },
    'taken, ours tomorrow': {
      ...goesOn,
      says: 'what was made long after our start is not of it',
      stored: ['failed, not_ours', `-2 ${way.paidStored}`],
      vipps: [standing(kind, 'ACTIVE', 'captured 24900'), `-2 ${way.paidAtVipps}`],
    },
  };
}
