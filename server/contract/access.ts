// What the server promises about who gets in: staff, displays, and what each may do.
import { z } from 'zod';
import { lineOfText } from './money.ts';

/** Cashiers charge, cancel and see; managers also refund without a cashier's limits, close the day, and look after staff. */
export const roles = ['cashier', 'manager'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** What API keys are for: to sell at tills, to give money back, to read payments, to manage what a back office looks after. */
export const keyScopes = ['sell', 'refund', 'read', 'manage'] as const;
export type KeyScope = (typeof keyScopes)[number];

const time = z.iso.datetime();

export const staffNameSchema = lineOfText(60).min(1);
/** One that somebody may have chosen before there were rules for it. */
export const pinSchema = z.string().regex(/^\d{6,20}$/, '6 to 20 digits');
/** One that is chosen now; the server also refuses what is easy to guess, and less than 8 digits for a manager. */
export const chosenPinSchema = z.string().regex(/^\d{6,12}$/, '6 to 12 digits');

/** Body of `POST /api/session`. */
export const signInSchema = z.strictObject({ name: staffNameSchema, pin: pinSchema });
export type SignIn = z.infer<typeof signInSchema>;

/** A manager of the payment's shop who lets somebody else give back more than that one may alone, or allows it to themselves once more. */
export const approvalSchema = z.strictObject({ name: staffNameSchema, pin: pinSchema });
export type Approval = z.infer<typeof approvalSchema>;

/** Body of `POST /api/set-up`: the token of the one-time link, and who the first manager is. */
export const setUpSchema = z.strictObject({
  token: z.string().max(100),
  name: staffNameSchema,
  pin: chosenPinSchema,
});

/** Who is signed in. */
export const sessionSchema = z.object({
  name: z.string(),
  role: roleSchema,
  /** The only shop that this person may know of; null is all of them. */
  shop: z.string().nullable(),
  /** Up to how much of a payment this person may give back in all without an approval, in minor units; null is without a limit, 0 is nothing. */
  refundUpTo: z.int().nullable(),
  /** The same for all payments of a day of the shop together. */
  refundUpToADay: z.int().nullable(),
  expiresAt: time,
  /** Until the PIN is entered, it can do nothing but sign out. */
  locked: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

/** A session that goes on, as people see it. */
export const openSessionSchema = z.object({
  id: z.string(),
  /** Whose it is, by id and name. */
  staff: z.string(),
  name: z.string(),
  /** Null is not known. */
  openedAt: time.nullable(),
  /** When somebody last worked on it, to about 20 seconds. */
  activeAt: time,
  locked: z.boolean(),
  /** Where it was opened, and with what (`Chrome, Windows`), as the browser says; empty is not known. */
  address: z.string(),
  browser: z.string(),
  /** It is the one that asks. */
  own: z.boolean(),
});
export type OpenSession = z.infer<typeof openSessionSchema>;
/** Answer of `GET /api/sessions`. */
export const openSessionListSchema = z.object({ sessions: z.array(openSessionSchema) });
export type OpenSessionList = z.infer<typeof openSessionListSchema>;

/** Answer of `POST /api/session`: `pinIsWeak` when the PIN that was just entered should be changed. */
export const signedInSchema = sessionSchema.extend({ pinIsWeak: z.boolean() });
export type SignedIn = z.infer<typeof signedInSchema>;

/** Body of `POST /api/session/pin`: who it is, by the PIN until now, and the PIN from now on. */
export const ownPinSchema = z.strictObject({
  name: staffNameSchema,
  pin: pinSchema,
  newPin: chosenPinSchema,
});
export type OwnPin = z.infer<typeof ownPinSchema>;

/** Body of `POST /api/session/proof` and `POST /api/session/unlock`: the PIN of who is signed in. */
export const ownPinAgainSchema = z.strictObject({ pin: pinSchema });

/** Answer of `GET /api/sign-in`, which anybody may ask: what the sign-in page has to know. `demo` is who can sign in there;
 * `plainHttp`: real money moves, and what staff type goes over the network for others to read. */
export const signInPageSchema = z.object({
  environment: z.enum(['demo', 'test', 'production']),
  demo: z.object({ name: z.string(), pin: z.string() }).nullable(),
  plainHttp: z.boolean(),
});
export type SignInPage = z.infer<typeof signInPageSchema>;

/** Body of `POST /api/staff`. Without a shop it is the shop of the manager who adds; for a manager of all shops, all of them. */
export const newStaffSchema = z.strictObject({
  name: staffNameSchema,
  pin: chosenPinSchema,
  role: roleSchema,
  shop: z.string().max(24).nullable().optional(),
});
export type NewStaff = z.infer<typeof newStaffSchema>;
/** Body of `POST /api/staff/{id}/pin`. */
export const newPinSchema = z.strictObject({ pin: chosenPinSchema });
export const staffSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  /** Null is all shops. */
  shop: z.string().nullable(),
  createdAt: time,
  lastSignInAt: time.nullable(),
  /** Since when nobody can sign in under this name but from devices that have before, after too many wrong PINs; null is not. */
  lockedAt: time.nullable(),
});
export type StaffView = z.infer<typeof staffSchema>;
/** `shops`: those whose staff the manager who asks looks after. */
export const staffListSchema = z.object({ staff: z.array(staffSchema), shops: z.array(z.string()) });
export type StaffList = z.infer<typeof staffListSchema>;

/** Body of `POST /api/display`: the till that the tablet's address names, if it names one. */
export const newDisplaySchema = z.strictObject({ till: z.string().max(50).optional() });
/** What a tablet knows of itself: its till once it is paired, until then the code to be entered at the cashier's. */
export const ownDisplaySchema = z.object({
  till: z.string().nullable(),
  code: z.string().nullable(),
  /** When the code ends. */
  expiresAt: time.nullable(),
});
export type OwnDisplay = z.infer<typeof ownDisplaySchema>;

/** Body of `POST /api/tills/{till}/displays`. */
export const pairSchema = z.strictObject({ code: z.string().regex(/^\d{6}$/, '6 digits') });
/** What keeps the screen of a display on. */
export const awakeBy = ['wake_lock', 'video', 'nothing'] as const;
/** A paired display, as staff see it. */
export const displaySchema = z.object({
  id: z.string(),
  till: z.string(),
  pairedAt: time,
  /** Who entered its code; in the demo it may have paired itself. */
  pairedBy: z.string(),
  /** Of one that is there, to the moment of its last question. */
  lastSeenAt: time.nullable(),
  /** Whether its browser trusts the way to this server: https, or loopback; null until it has said so, as of what follows. */
  isSecure: z.boolean().nullable(),
  /** Whether it keeps the page for when this server is away. */
  keepsPage: z.boolean().nullable(),
  awake: z.enum(awakeBy).nullable(),
});
export type DisplayView = z.infer<typeof displaySchema>;
/** `waiting`: how many tablets show a code that nobody has entered, of whatever shop. */
export const displayListSchema = z.object({ displays: z.array(displaySchema), waiting: z.int() });
export type DisplayList = z.infer<typeof displayListSchema>;
