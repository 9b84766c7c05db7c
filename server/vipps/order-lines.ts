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

/**
 * Vipps has one form for what counts against the total, be it a return, a voucher or a rounding: `isReturn`, which has the amount count
 * negative. A price of a piece and a discount are never below 0 there.
 */
function toOrderLine(line: Line, index: number): SdkOrderLine {
  const { name, quantity, amount, taxPercentage = 0, discount, isReturn } = line;
  const totalAmount = Math.abs(amount.value);
  const totalTaxAmount = taxIn(totalAmount, taxPercentage);
  const unitPrice = (totalAmount + (discount?.value ?? 0)) / quantity;
  return {
    name,
    id: String(index + 1),
    totalAmount,
    totalAmountExcludingTax: totalAmount - totalTaxAmount,
    totalTaxAmount,
    ...rate(taxPercentage),
    unitInfo: {
      unitPrice: Number.isSafeInteger(unitPrice) ? unitPrice : null,
      quantity: digits(quantity),
      quantityUnit: 'PCS',
    },
    ...(discount === undefined ? {} : { discount: discount.value }),
    ...(amount.value < 0 || isReturn === true ? { isReturn: true } : {}),
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
