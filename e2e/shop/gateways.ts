// What is sold at the counter over each of Vipps' APIs, and what both screens say of it: one table for every test that holds for all.
import { expect, type Page } from 'playwright/test';
import type { Order } from './vipps.ts';

export type Gateway = {
  name: string;
  /** Variables of the shop's server. */
  settings: Record<string, string>;
  /** Has the cashier ask for it. */
  ask(cashier: Page): Promise<void>;
  /** Whether Vipps tells that the code was scanned. */
  tellsScan: boolean;
  /** What the customer pays at once, in minor units. */
  amount: number;
  display: { asked: string; paid: string; refused: string; ranOut: string; away: string; givenBack: string };
  cashier: { paid: string; givenBack: string };
  /** What an order at Vipps is once the customer has said no, or staff have cancelled. */
  isOver(order: Order): boolean;
};

async function sell(cashier: Page): Promise<void> {
  const amount = cashier.getByRole('status', { name: 'Amount' });
  await expect(amount).toBeVisible();
  // A sale that did not start has left its amount, to be charged again: this one begins with its own.
  await expect(async () => {
    await cashier.getByRole('group', { name: 'Keypad' }).getByRole('button', { name: 'Delete' }).click();
    await expect(amount).toHaveText(/^0[.,]00/, { timeout: 50 });
  }).toPass();
  await cashier.keyboard.type('24900');
  await cashier.getByRole('textbox', { name: 'Text the customer sees' }).fill('Two coffees');
  await cashier.getByRole('button', { name: /^Charge/ }).click();
}

/** @param first what is paid at once, as a cashier writes it. */
export const subscribe = (first: string | null) => async (cashier: Page) => {
  await cashier
    .getByRole('group', { name: 'What to sell' })
    .getByRole('button', { name: 'Subscription' })
    .click();
  await cashier.getByLabel('Product name').fill('Coffee club');
  await cashier.getByLabel('Price').fill('99');
  if (first !== null) await cashier.getByLabel('First payment (optional)').fill(first);
  await cashier.getByRole('button', { name: 'Show on the display' }).click();
};

const sale = {
  ask: sell,
  amount: 24_900,
  display: {
    asked: 'Two coffees',
    paid: 'Paid',
    refused: 'No money was taken.',
    ranOut: 'No money was taken.',
    away: 'could not be reached. No money was taken.',
    givenBack: 'You will not be charged',
  },
  cashier: { paid: 'The money is captured.', givenBack: 'The reservation was released.' },
  isOver: ({ state }: Order) => state.cancelled && state.reserved === 0,
};

const subscriptionEnded = 'The agreement was ended again';

const subscription = {
  settings: {},
  tellsScan: false,
  display: {
    asked: '99,00 kr a month',
    paid: 'Your subscription is active',
    refused: 'No agreement was made. No money was taken.',
    ranOut: 'No agreement was made. No money was taken.',
    away: 'could not be reached. No agreement was made.',
    givenBack: 'The agreement was ended again',
  },
  isOver: ({ agreement, state }: Order) => agreement?.status === 'STOPPED' && state.captured === 0,
};

export const gateways: readonly Gateway[] = [
  { name: 'eCom', settings: {}, tellsScan: true, ...sale },
  { name: 'ePayment', settings: { VIPPS_API: 'epayment' }, tellsScan: false, ...sale },
  {
    name: 'Recurring with a first payment',
    ...subscription,
    amount: 4_900,
    ask: subscribe('49'),
    cashier: { paid: 'The first payment is captured.', givenBack: subscriptionEnded },
  },
  {
    name: 'Recurring without a first payment',
    ...subscription,
    amount: 0,
    ask: subscribe(null),
    cashier: { paid: 'Nothing was to be paid at once.', givenBack: subscriptionEnded },
  },
];
