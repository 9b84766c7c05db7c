// The two screens of the contact sheet.
import { cashierSizes, cashierStates } from './cashier-states.ts';
import { cashierSeat, displaySeat, type Seat } from './screen.ts';
import { cashierLooks, type Look, looks, type State, sizes, statesOf } from './states.ts';

export type Subject = {
  /** Begins the names of its pictures. */
  name: string;
  title: string;
  intro: string;
  seat: Seat;
  sizes: readonly (readonly [number, number])[];
  looks: readonly Look[];
  statesOf: (look: Look) => readonly State[];
  /** Its content may go on below the edge. */
  isLong: boolean;
  /** How high its pictures are. */
  rowPx: number;
};

export const display: Subject = {
  name: 'display',
  title: 'The customer’s screen',
  intro: 'light, dark, and light with the larger text that a customer can choose.',
  seat: displaySeat,
  sizes,
  looks,
  statesOf,
  isLong: false,
  rowPx: 150,
};

export const cashier: Subject = {
  name: 'cashier',
  title: 'The cashier’s tab',
  intro: 'light and dark. On a phone it goes on below the edge.',
  seat: cashierSeat,
  sizes: cashierSizes,
  looks: cashierLooks,
  statesOf: () => cashierStates,
  isLong: true,
  rowPx: 260,
};

export const subjects = [display, cashier];
