// Why somebody should look at a payment. `app` is Vipps or MobilePay; amounts come as the locale writes them.
export const attention = {
  title: 'Needs attention',
  to: {
    capture_due: (amount: string, app: string, day: string) =>
      `${amount} is reserved and not captured. Capture or release it by ${day}: after that, ${app} does not guarantee that the shop gets it.`,
    capture_failed: (amount: string, app: string) =>
      `${amount} is reserved but not captured: ${app} refused the capture. Capture it again.`,
    capture_delayed: (amount: string, app: string) =>
      `${app} has not confirmed the capture of ${amount} yet. It will be tried again automatically.`,
    refund_failed: (amount: string, app: string) =>
      `${app} refused a refund on this payment of ${amount}. Refund it again.`,
    refund_delayed: (amount: string, app: string) =>
      `${app} has not confirmed a refund on this payment of ${amount} yet. It will be tried again automatically. Do not repeat it.`,
    release_failed: (amount: string, app: string) =>
      `${app} refused to release ${amount}, which is still reserved. Release it again.`,
    release_delayed: (amount: string, app: string) =>
      `${app} has not confirmed the release of ${amount} yet. It will be tried again automatically.`,
    stop_failed: (_amount: string, app: string) =>
      `${app} refused to stop the agreement, so it goes on. Stop it again.`,
    stop_delayed: (_amount: string, app: string) =>
      `${app} has not confirmed yet that the agreement is stopped. It will be tried again automatically.`,
    paid_late: (amount: string) =>
      `The customer paid ${amount} before the payment could be closed. Refund it if the sale was not intended, or if the customer has paid twice.`,
    returning: (amount: string) =>
      `${amount} came in after the payment had ended. It is being given back automatically.`,
    released: (amount: string) =>
      `The customer approved ${amount} after the payment had ended. The reservation was released. Charge again if the goods were handed over.`,
    refunded: (amount: string) =>
      `The customer paid ${amount} after the payment had ended. It was refunded in full. Charge again if the goods were handed over.`,
    unknown_order: (amount: string, app: string) =>
      `${app} does not know this payment of ${amount} any more, so nobody knows whether the customer has paid. Look for it in the ${app} portal, take no cash for it until then, and have the keys and sales unit of this shop checked. It is looked for again automatically.`,
    kept: (amount: string) =>
      `The customer paid ${amount} after the payment had ended, and it could not be given back automatically. Refund it.`,
    not_ours: (amount: string, app: string) =>
      `The reference of this sale of ${amount} is in use by another system at ${app}, whose order was left alone. The sale goes on under a new reference; if it does not, charge again.`,
  },
};
