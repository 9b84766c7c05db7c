// The sales of a soak: every way in which one ends soon, in a round that is played again and again.

export type SalePlan = {
  /** Minor units; no two sales have the same, so that it tells whether a screen shows this one. */
  amount: number;
  /** Whether the shop's system or the cashier with the keypad starts it. */
  by: 'pos' | 'cashier';
  end: 'paid' | 'scanned_and_paid' | 'refused' | 'cancelled' | 'cancelled_by_button' | 'failed';
  lines: boolean;
  /** What the customer taps on the display before anything else. */
  taps: 'language' | 'larger' | null;
};

type Kind = Partial<Omit<SalePlan, 'amount'>> & Pick<SalePlan, 'end'>;

/** Two that could not start never follow each other: they would look the same. A round ends with one that leaves the screen soon. */
const round: readonly Kind[] = [
  { end: 'cancelled' },
  { end: 'paid', lines: true },
  { end: 'failed' },
  { end: 'cancelled', lines: true },
  { end: 'refused', taps: 'language' },
  { end: 'failed' },
  { end: 'scanned_and_paid', by: 'cashier' },
  { end: 'cancelled', taps: 'larger' },
  { end: 'failed' },
  { end: 'paid', taps: 'language' },
  { end: 'cancelled_by_button', by: 'cashier' },
  { end: 'failed' },
  { end: 'paid', lines: true, taps: 'larger' },
  { end: 'cancelled' },
  { end: 'failed' },
  { end: 'paid' },
  { end: 'cancelled', taps: 'language' },
  { end: 'failed' },
  { end: 'cancelled', lines: true },
  { end: 'paid' },
];

/** The sale of that number, from 1; the last of every ten is paid. */
export function planSale(number: number): SalePlan {
  const kind = round[(number - 1) % round.length] ?? { end: 'paid' };
  return { by: 'pos', lines: false, taps: null, ...kind, amount: 1_000 + number };
}
