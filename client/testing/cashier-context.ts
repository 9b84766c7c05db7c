// What the cashier's texts are made with, for tests: English, and amounts as they are.
import * as en from '../ui/texts/en/cashier/all.ts';

const { cashier, attention, subscription, stage } = en;

/** For a manager, who refunds without a limit. */
export const cashierContext = {
  cashier,
  attention,
  subscription,
  stage,
  app: 'Vipps',
  money: (minor: number) => `${minor} minor`,
  day: (iso: string) => iso.slice(0, 10),
};
