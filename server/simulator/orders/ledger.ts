import { readOrders, writeOrders } from './ledger-file.ts';
import type { Account, KeptAnswer, Order } from './types.ts';

/** All orders. Every change is on disk, when there is a file, before `save` returns. */
export type Ledger = {
  find(msn: string, orderId: string): Order | undefined;
  findByToken(token: string): Order | undefined;
  findByImage(imageId: string): Order | undefined;
  /** The agreement whose first charge has this id. */
  findByCharge(msn: string, chargeId: string): Order | undefined;
  /** Newest first. */
  orders(): Order[];
  answer(order: Order, key: string): KeptAnswer | undefined;
  /** The answer under a key that belongs to the sales unit, whichever order it was for. */
  answerOfUnit(msn: string, key: string): KeptAnswer | undefined;
  save(order: Order, answer?: KeptAnswer): void;
};

// The whole file is written at every change, so it has to stay small. The oldest orders are forgotten.
const maxOrders = 2000;

/** @param file where orders survive a restart; without it they live in memory only */
export function createLedger(file?: string): Ledger {
  const accounts = new Map<string, Account>();
  const keyOf = (order: Pick<Order, 'msn' | 'orderId'>) => `${order.msn}/${order.orderId}`;
  for (const account of file === undefined ? [] : readOrders(file)) {
    accounts.set(keyOf(account.order), account);
  }
  const orders = () => [...accounts.values()].map(({ order }) => order).reverse();

  return {
    find: (msn, orderId) => accounts.get(`${msn}/${orderId}`)?.order,
    findByToken: (token) => orders().find((order) => order.token === token),
    findByImage: (imageId) => orders().find((order) => order.imageId === imageId),
    findByCharge: (msn, chargeId) =>
      orders().find((order) => order.msn === msn && order.agreement?.chargeId === chargeId),
    orders,
    answer: (order, key) => accounts.get(keyOf(order))?.answers.find((answer) => answer.key === key),
    answerOfUnit: (msn, key) =>
      [...accounts.values()]
        .filter(({ order }) => order.msn === msn)
        .flatMap(({ answers }) => answers)
        .find((answer) => answer.key === key),
    save(order, answer) {
      const answers = accounts.get(keyOf(order))?.answers ?? [];
      accounts.set(keyOf(order), { order, answers: answer === undefined ? answers : [...answers, answer] });
      for (const oldest of accounts.keys()) {
        if (accounts.size <= maxOrders) break;
        accounts.delete(oldest);
      }
      if (file !== undefined) writeOrders(file, [...accounts.values()]);
    },
  };
}
