// Order lines as Vipps takes them: with the payment (ePayment), or by the Order Management API once it is paid.
import type { CreatePaymentRequest } from '@vippsmobilepay/sdk';
import { z } from 'zod';
import type { Amount, Line } from '../contract/payments.ts';
import type { Send } from './http/request.ts';

/** The SDK's types, by which this is checked, know no Swedish kronor; the API does. */
type SdkReceipt = NonNullable<CreatePaymentRequest['receipt']>;
type SdkOrderLine = SdkReceipt['orderLines'][number];

/** A number as digits, with three decimals at most: Vipps takes ten characters. */
const digits = (quantity: number) => String(Number(quantity.toFixed(3)));

/** Whole percents have a field of their own, which is the only one that the older description knows. */
const rate = (percentage: number) =>
  Number.isInteger(percentage) ? { taxPercentage: percentage } : { taxRate: Math.round(percentage * 100) };

/** The tax in an amount that contains it, in minor units. */
const taxIn = (amountMinor: number, percentage: number) =>
  Math.round((amountMinor * percentage) / (100 + percentage));

function toOrderLine({ name, quantity, amount, taxPercentage = 0 }: Line, index: number): SdkOrderLine {
  const totalTaxAmount = taxIn(amount.value, taxPercentage);
  const unitPrice = amount.value / quantity;
  return {
    name,
    id: String(index + 1),
    totalAmount: amount.value,
    totalAmountExcludingTax: amount.value - totalTaxAmount,
    totalTaxAmount,
    ...rate(taxPercentage),
    unitInfo: {
      unitPrice: Number.isInteger(unitPrice) ? unitPrice : null,
      quantity: digits(quantity),
      quantityUnit: 'PCS',
    },
  };
}

/** @returns the receipt of ePayment and of the Order Management API, which have it in common. */
export function toReceipt(lines: readonly Line[], currency: Amount['currency']): SdkReceipt {
  return {
    orderLines: lines.map(toOrderLine),
    bottomLine: { currency: currency as SdkReceipt['bottomLine']['currency'] },
  };
}

export type Receipts = {
  /** @param orderId the eCom order, or the charge of an agreement. @throws as every call to Vipps does. */
  send(
    paymentType: 'ecom' | 'recurring',
    orderId: string,
    order: { lines: readonly Line[]; amount: Amount },
    signal?: AbortSignal,
  ): Promise<void>;
};

export function createReceipts(send: Send): Receipts {
  return {
    async send(paymentType, orderId, { lines, amount }, signal) {
      const path = `/order-management/v2/${paymentType}/receipts/${encodeURIComponent(orderId)}`;
      const body = toReceipt(lines, amount.currency);
      await send({ method: 'POST', path, name: 'receipt', body, signal, schema: z.unknown() });
    },
  };
}
