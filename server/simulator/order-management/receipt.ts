// The receipt that a shop may give, with the payment or after it (schema Receipt of ePayment and of Order Management).
import { z } from 'zod';
import { currencies } from '../orders/types.ts';

const text = z.string().nullish();
const flag = z.boolean().nullish();
const integer = z.int().nullish();
const notNegative = z.int().min(0).nullish();

const unitInfo = z.object({
  unitPrice: z.int().min(0).nullable(),
  quantity: z
    .string()
    .max(10)
    .regex(/^\d+([.]\d{1,8})?$/),
  quantityUnit: z.enum(['PCS', 'KG', 'KM', 'MINUTE', 'LITRE', 'KWH']).nullish(),
});

// Order Management changelog, August 2024: a rate can be finer than a whole percentage.
const orderLine = z
  .object({
    name: z.string(),
    id: z.string(),
    totalAmount: z.int(),
    totalAmountExcludingTax: z.int(),
    totalTaxAmount: z.int(),
    taxPercentage: z.int().min(0).max(100).nullish(),
    /** Hundredths of a percent. */
    taxRate: z.int().min(0).max(10_000).nullish(),
    unitInfo: unitInfo.optional(),
    discount: notNegative,
    productUrl: text,
    isReturn: flag,
    isShipping: flag,
  })
  .refine(({ taxPercentage, taxRate }) => typeof (taxRate ?? taxPercentage) === 'number', {
    path: ['taxRate'],
    message: 'must be set, or taxPercentage',
  })
  // Not in the description, but seen: https://github.com/vippsas/vipps-magento/issues/153
  .refine((line) => line.totalAmount - line.totalAmountExcludingTax === line.totalTaxAmount, {
    path: ['totalTaxAmount'],
    message: 'does not match the difference of totalAmount and totalAmountExcludingTax',
  });

const shippingInfo = z.object({
  amount: z.int().min(0).nullable(),
  amountExcludingTax: z.int().min(0).nullable(),
  taxAmount: z.int().min(0).nullable(),
  taxPercentage: z.int().min(0).max(100).nullable(),
});

const bottomLine = z.object({
  currency: z.enum(currencies).nullable(),
  tipAmount: notNegative,
  giftCardAmount: notNegative,
  posId: text,
  totalAmount: integer,
  totalTax: notNegative,
  totalDiscount: notNegative,
  shippingAmount: notNegative,
  shippingInfo: shippingInfo.optional(),
  paymentSources: z.object({ giftCard: integer, card: integer, voucher: integer, cash: integer }).optional(),
  barcode: z
    .object({
      format: z.enum(['EAN-13', 'CODE 39', 'CODE 128']).nullable(),
      data: z.string().nullable(),
    })
    .optional(),
  receiptNumber: text,
  terminalId: text,
});

/** Nothing in it is compared with the payment: Vipps does not do so either. */
export const receipt = z.object({ orderLines: z.array(orderLine).min(1), bottomLine });
export type Receipt = z.infer<typeof receipt>;
