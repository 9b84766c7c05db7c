// What the cashier reads around a sale: what is offered, the tab's title, sounds, and the customer's screen.
export const counter = {
  quickAmounts: 'Quick amounts',
  lastTexts: 'Last texts',
  tab: { waiting: 'Waiting', paid: 'Paid', unpaid: 'Not paid', attention: 'Needs attention' },
  sound: 'Sound',
  notifications: 'Notifications',
  notificationsBlocked: 'This browser blocks notifications from this page. Allow them in its settings.',
  screen: {
    label: 'Customer screen',
    seen: (seconds: number) => `seen ${seconds} s ago`,
    away: 'not connected',
    none: 'none is paired',
  },
  customerReads: 'The customer reads',
  showHere: 'Show the QR here',
  turnScreen: 'Show the QR here: turn this screen to the customer.',
};
