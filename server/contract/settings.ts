// What the server promises about the settings of a shop, for managers: what counts, and what the server's own configuration decides.
import { z } from 'zod';
import { idleTextSchema, languageSchema, spokenLanguages } from './languages.ts';
import { currencies, lineOfText, maxAmountMinor } from './money.ts';
import { tillSchema } from './tills.ts';

/** Ten times what one payment may be: for a day. */
const maxADayMinor = 10 * maxAmountMinor;

/** What is chosen for a shop. */
export const settingValuesSchema = z.strictObject({
  /** As customers know it: on displays and slips; null is the name of the till. */
  name: lineOfText(60).min(1).nullable(),
  /** The number of the company, with its check digit. */
  orgNumber: lineOfText(30).min(1).nullable(),
  address: lineOfText(160).min(1).nullable(),
  /** What customers can choose from; the first is shown where the till itself has none. Empty is all of them. */
  languages: z
    .array(languageSchema)
    .max(spokenLanguages.length)
    .refine((list) => new Set(list).size === list.length, 'each language once'),
  /** What displays say while nobody pays, by language. */
  idleText: idleTextSchema,
  /** Whether a slip is printed by itself after a sale. */
  printsSlip: z.boolean(),
  /** Whether what is approved is captured at once, or by staff. */
  capture: z.enum(['auto', 'manual']),
  /** What a cashier may give back of one payment without a manager, in minor units. */
  cashierRefundLimit: z.int().min(0).max(maxAmountMinor),
  /** The same in a day, of all payments; null is ten times that of one. */
  cashierRefundLimitPerDay: z.int().min(0).max(maxADayMinor).nullable(),
  /** From how much of one payment on a PIN is asked for, in minor units; null is never. */
  refundApprovalAbove: z.int().min(0).max(maxAmountMinor).nullable(),
  timeZone: tillSchema.shape.timeZone,
  dayEndsAt: tillSchema.shape.dayEndsAt,
});
export type SettingValues = z.infer<typeof settingValuesSchema>;
export type SettingName = keyof SettingValues;

/** Body of `PATCH /api/shops/{shop}/settings`: what changes. */
export const settingChangesSchema = settingValuesSchema.partial();
export type SettingChanges = z.infer<typeof settingChangesSchema>;

export const pictureNames = ['logo', 'picture'] as const;
export type PictureName = (typeof pictureNames)[number];
/** Body of `POST /api/shops/{shop}/pictures/{name}`: a PNG, JPEG or WebP of at most 2 MB, in base64. */
export const newPictureSchema = z.strictObject({ data: z.base64().min(1).max(2_700_000) });

/** A till as managers see it. */
export const managedTillSchema = tillSchema
  .pick({ id: true, name: true, currency: true, locale: true, brand: true, subscriptions: true })
  .extend({
    api: z.enum(['ecom', 'epayment']),
    /** `TILLS_FILE` where the till is from there, which nobody changes here; else null. */
    setBy: z.string().nullable(),
  });
export type ManagedTill = z.infer<typeof managedTillSchema>;

/** Answer of `GET /api/shops/{shop}/settings`, and of what changes them. */
export const shopSettingsSchema = z.object({
  shop: z.string(),
  /** What counts. */
  values: settingValuesSchema,
  /** By setting, logo or picture: the variable of the server's own configuration that decides on it, so that it is not changed here. */
  setBy: z.record(z.string(), z.string()),
  /** The addresses of the shop's logo and idle picture. */
  logo: z.string().nullable(),
  picture: z.string().nullable(),
  /** By the currency of the shop's first till. */
  currency: z.enum(currencies),
  tills: z.array(managedTillSchema),
});
export type ShopSettings = z.infer<typeof shopSettingsSchema>;

/** Answer of `GET /api/shops`. */
export const shopListSchema = z.object({
  shops: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
});
export type ShopList = z.infer<typeof shopListSchema>;

/** Body of `POST /api/shops/{shop}/tills`. What is left out is as at the first till of the shop. */
export const newTillSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,23}$/, 'letters, digits, - and _, at most 24'),
  name: lineOfText(60).min(1),
  currency: z.enum(currencies).optional(),
  brand: z.enum(['vipps', 'mobilepay']).optional(),
  api: z.enum(['ecom', 'epayment']).optional(),
});
export type NewTill = z.infer<typeof newTillSchema>;

/** Body of `PATCH /api/tills/{till}`. */
export const tillNameSchema = z.strictObject({ name: lineOfText(60).min(1) });
