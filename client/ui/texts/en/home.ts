// What the start page says, and an address at which there is nothing. Brackets stand around what is a link.
export * from './shared/access.ts';
export * from './shared/common.ts';
export * from './shared/pages.ts';
export * from './shared/plain-http.ts';
export * from './shared/tablets.ts';

export const home = {
  cashier: 'Cashier',
  display: 'Customer display',
  /** Leads to the simulated phone. */
  demo: 'No money moves here. Open the cashier page and the customer display side by side, charge an amount, then play the customer on the [simulated phone].',
  /** For a manager of a shop without a display. */
  next: {
    heading: 'What comes next',
    /** The addresses stand below. */
    tablet:
      'On the tablet that faces the customer, open the address below, or scan it with the camera. The tablet then shows a code: enter it on the cashier page, under Displays.',
    /** The same while no tablet can reach it. */
    noTablet:
      'No tablet can reach this server yet: set HOST or PUBLIC_URL where it runs, and start it again. Then open /display on the tablet that faces the customer, and enter the code that it shows on the cashier page, under Displays.',
    staff: 'Let others sign in: add them under [Staff].',
  },
};

export const notFound = {
  title: 'Not found',
  heading: 'There is nothing here',
  /** Leads to the start page. */
  text: 'Check the address, or start from [the list of tills].',
};
