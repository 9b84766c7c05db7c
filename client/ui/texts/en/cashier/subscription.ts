// What the cashier reads about subscriptions. `app` is Vipps or MobilePay; amounts come as the locale writes them.
export const subscription = {
  kinds: { label: 'What to sell', sale: 'Sale', subscription: 'Subscription' },
  title: 'New subscription',
  products: 'Saved products',
  productsMissing: 'The saved products could not be loaded.',
  name: 'Product name',
  description: 'Description (optional)',
  price: 'Price',
  every: 'Every',
  period: 'Period',
  firstAmount: 'First payment (optional)',
  firstFor: 'What the first payment is for',
  show: 'Show on the display',
  save: 'Save as product',
  saving: 'Saving…',
  saved: (name: string) => `${name} is saved.`,
  remove: (name: string) => `Remove ${name}`,
  removeQuestion: (name: string) => `Remove ${name}? Current subscribers are not affected.`,
  removeYes: 'Yes, remove',
  keep: 'Keep it',

  faults: {
    no_name: 'Write the name of the product.',
    no_price: 'Write a price like 99,00.',
    price_too_little: (least: string) => `The least that a period can cost is ${least}.`,
    price_too_much: (most: string) => `The most that a period can cost is ${most}.`,
    no_count: 'Write how many, from 1 to 31.',
    no_first: 'Write the first payment like 49,00, or leave it empty.',
    first_too_little: (least: string) =>
      `The least that can be paid first is ${least}. Leave it empty for nothing.`,
    first_too_much: (most: string) => `The most that can be paid first is ${most}.`,
  },

  firstPayment: (amount: string, what: string) => `First payment ${amount}: ${what}`,
  noFirstPayment: 'No first payment',
  laterPayments:
    'This till signs the customer up and takes the first payment. Every later payment is charged by a system of your own.',

  active: 'Subscribed',
  activeLate: 'Subscribed late',
  stopping: 'The agreement is being stopped',
  stopped: 'The agreement is stopped',
  nothingPaid: 'Nothing was to be paid at once.',
  first: {
    none: 'The first payment is reserved. Capture it from the list of today’s payments.',
    pending: 'The first payment is being captured.',
    captured: 'The first payment is captured.',
  },
  noAgreement: 'No agreement was made. Nothing was taken.',
  failedRejected: (app: string) =>
    `${app} refused the agreement. Nothing was charged. Check the product and the price.`,

  stop: 'Stop agreement',
  stopQuestion: (name: string) => `Stop ${name} for this customer? Nothing more is charged from then on.`,
  stopYes: 'Yes, stop it',
  stopNo: 'Let it go on',
  stoppingNow: 'Stopping…',

  attentionTo: {
    late: 'The customer subscribed before the sign-up could be closed. Stop the agreement if it was not intended.',
    latePaid: (amount: string) => `${amount} was paid with it: refund that too.`,
    returning:
      'The customer agreed after the sign-up had ended. The agreement is being ended automatically, and what was paid is given back.',
    released:
      'The customer agreed after the sign-up had ended. The agreement was ended again, and nothing was taken. Show it again if the customer still wants it.',
  },
};
