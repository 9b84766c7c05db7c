// What the cashier reads when something went wrong, besides what it was.
export const trouble = {
  support: (reference: string) => `If you call support, read out: ${reference}`,
  answersAgain: 'The till server answers again. If this has not been done, try again: nothing is done twice.',
  tillGone: {
    title: 'This till is not in use',
    text: 'It was retired, or the address of this page is wrong.',
  },
  otherTills: 'Go on at:',
};

/** Why money goes back: ready-made for the history, or in the cashier's own words. */
export const reason = {
  label: 'Reason (optional)',
  ready: ['Goods returned', 'Wrong amount', 'Charged twice', 'Sold out'],
};
