// What our pages say: a part in a file, in a folder for each language. English says what there is to say; a language that
// leaves something out does not compile. The file of a page also exports the parts that the page shares with others.
import type { TillView } from '../../../server/contract/payments.ts';
import type * as audit from './en/audit.ts';
import type * as cashier from './en/cashier/all.ts';
import type * as display from './en/display.ts';
import type * as guard from './en/guard.ts';
import type * as home from './en/home.ts';
import type * as lock from './en/lock.ts';
import type * as reconciliation from './en/reconciliation.ts';
import type * as reports from './en/reports.ts';
import type * as settings from './en/settings.ts';
import type * as signIn from './en/sign-in.ts';
import type * as staff from './en/staff.ts';
import type { Language } from './languages.ts';

export type AuditTexts = typeof audit;
export type DisplayTexts = typeof display;
export type CashierTexts = typeof cashier;
export type GuardTexts = typeof guard;
export type HomeTexts = typeof home;
export type LockTexts = typeof lock;
export type ReconciliationTexts = typeof reconciliation;
export type ReportsTexts = typeof reports;
export type SettingsTexts = typeof settings;
export type SignInTexts = typeof signIn;
export type StaffTexts = typeof staff;

/** Every part by its name. */
export type Texts = AuditTexts &
  DisplayTexts &
  CashierTexts &
  GuardTexts &
  HomeTexts &
  LockTexts &
  ReconciliationTexts &
  ReportsTexts &
  SettingsTexts &
  SignInTexts &
  StaffTexts;

/** What both screens of a till say. */
export type SharedTexts = Pick<Texts, 'common' | 'agreement' | 'lines'>;

/** How a page loads its texts in each language, each a file of its own. */
export type Loaders<T> = Readonly<Record<Language, () => Promise<T>>>;

/** What the customer knows the wallet as. */
export const appNames: Readonly<Record<TillView['brand'], string>> = {
  vipps: 'Vipps',
  mobilepay: 'MobilePay',
  vipps_mobilepay: 'Vipps (MobilePay)',
};
