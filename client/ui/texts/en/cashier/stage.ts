// What the cashier reads on the stage: the sale that counts now, the last one, and what can be done about them.
export const stage = {
  last: {
    paid: (amount: string, time: string) => `Last sale: ${amount} paid ${time}`,
    reserved: (amount: string, time: string) => `Last sale: ${amount} reserved ${time}`,
    refunded: (amount: string, time: string) => `Last sale: ${amount} refunded, ${time}`,
    released: (amount: string, time: string) => `Last sale: ${amount} released, ${time}`,
    cancelled: (amount: string, time: string) => `Last sale: ${amount} cancelled ${time}`,
    expired: (amount: string, time: string) => `Last sale: ${amount} ran out ${time}`,
    failed: (amount: string, time: string) => `Last sale: ${amount} could not start ${time}`,
  },
  repeat: 'Repeat',
  again: 'Charge again',
  againSoon: 'It is charged again as soon as this payment is closed.',
  change: 'Change',
  addText: 'Add text',
  more: 'More',
  offers: 'Suggestions',
  backToTill: 'Back to the till',
  keys: { plus: 'Plus', times: 'Times', comma: 'Comma' },
  calculation: 'Calculation',
  declined: {
    title: 'Card declined',
    text: (app: string) => `The customer can choose another card in ${app}. We are still waiting.`,
  },
  /** What the customer has to do next: said as a step that is done only once it is. */
  toDo: { scanned: 'Scan', approved: 'Approve' },
};
