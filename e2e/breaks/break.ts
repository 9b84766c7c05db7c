// What a break is: one small fault put into the sources on purpose, and the tests that have to notice it.

export const rules = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11', 'P12'] as const;
export const apis = ['eCom', 'ePayment', 'Recurring'] as const;
/** Each kind of test that there is. */
export const kinds = [
  'faults: starting',
  'faults: watching',
  'faults: money',
  'faults: afterwards',
  'faults: others',
  'property tests',
  'store contract',
  'access routes',
  'HTTP',
  'simulator',
  'official descriptions',
  'official SDK',
  'client units',
  'launch',
  'paying',
  'races',
  'outages',
  'reload',
  'clocks',
  'gateways',
  'subscription',
  'display sizes',
  'cashier room',
  'scanned',
  'accessibility',
  'QR',
  'QR readers',
  'kiosk',
  'sleep',
  'languages',
  'sign-in',
  'pairing',
  'new shop',
  'chain',
  'demo',
  'POS',
  'cashier keyboard',
  'cashier amount',
  'cashier errors',
  'cashier sales',
  'reconciliation',
  'storage',
  'process',
  'chaos',
  'siege',
  'lint',
  'types',
  'architecture',
] as const;
export type Guard = (typeof rules)[number] | (typeof apis)[number] | (typeof kinds)[number];

export const suites = ['unit', 'browser', 'chaos', 'siege', 'lint'] as const;

export type RedTests = {
  readonly suite: 'unit' | 'browser';
  readonly files: readonly string[];
  /** A part of the titles of the tests that are run, to the letter; without it all of the files are. */
  readonly title?: string;
};

/** The least that has to fail. */
export type Red =
  | RedTests
  | { readonly suite: 'chaos' }
  | { readonly suite: 'siege' }
  | {
      readonly suite: 'lint';
      readonly check: 'biome' | 'types' | 'imports';
      /** What stands in its output when it has failed for this fault and no other. */
      readonly says: string;
    };

export type Break = {
  /** A sentence: what is broken. */
  readonly name: string;
  /** The rules, APIs and kinds of tests that the break shows to be guarded. */
  readonly guards: readonly Guard[];
  readonly file: string;
  /** Stands once in the file, however its spaces and lines are broken. */
  readonly find: string;
  readonly replace: string;
  readonly red: Red;
  /** A file beside the checkout without which these tests are skipped. */
  readonly needs?: string;
};
