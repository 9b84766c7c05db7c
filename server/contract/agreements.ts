// What the server promises about signing up subscribers (Recurring), and the products that are sold like that.
import { z } from 'zod';
import { amountSchema, lineOfText, saleAmountSchema } from './money.ts';
import { decoration } from './texts/decoration.ts';

export const periodUnits = ['DAY', 'WEEK', 'MONTH', 'YEAR'] as const;
/** How often the price is paid. Vipps counts to 31. */
export const intervalSchema = z.strictObject({ unit: z.enum(periodUnits), count: z.int().min(1).max(31) });
export type Interval = z.infer<typeof intervalSchema>;

const initialChargeSchema = z.strictObject({ amount: saleAmountSchema, description: lineOfText(45).min(1) });

/** What the customer agrees to. */
const termsShape = {
  product: z.strictObject({ name: lineOfText(45).min(1), description: lineOfText(100).min(1).optional() }),
  pricing: z.strictObject({ amount: saleAmountSchema }),
  interval: intervalSchema,
  /** Paid at once, when the customer agrees. */
  initialCharge: initialChargeSchema.optional(),
};
const keptTermsSchema = z.strictObject(termsShape);
export type NewAgreement = z.infer<typeof keptTermsSchema>;

const nameOf = (most: number) => decoration(most).pipe(z.string().min(1));
/** Body of `POST /api/tills/{till}/agreements`. */
export const newAgreementSchema = z.object({
  ...termsShape,
  product: z.object({ name: nameOf(45), description: nameOf(100).optional() }),
  initialCharge: initialChargeSchema.extend({ description: nameOf(45) }).optional(),
});

/** `stopping`: staff have stopped it, and Vipps has not confirmed that yet. */
export const agreementStatuses = ['pending', 'active', 'stopping', 'stopped', 'expired'] as const;
export const agreementSchema = z.object({
  /** Vipps' own name for it; null until there is one. */
  id: z.string().nullable(),
  status: z.enum(agreementStatuses),
  product: z.object({ name: z.string(), description: z.string().optional() }),
  pricing: z.object({ amount: amountSchema }),
  interval: intervalSchema,
  initialCharge: z.object({ amount: amountSchema, description: z.string() }).optional(),
});
/** An agreement as screens and tills see it. */
export type AgreementView = z.infer<typeof agreementSchema>;

/** Body of `POST /api/tills/{till}/products`: terms that the shop of the till keeps for the next subscriber. */
export const newProductSchema = keptTermsSchema;
export const productSchema = z.object({ id: z.string(), ...termsShape });
export type ProductView = z.infer<typeof productSchema>;
export const productListSchema = z.object({ products: z.array(productSchema) });
