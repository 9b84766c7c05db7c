// What is asked of a manager who lets somebody give back more than that one may alone.

export const approval = {
  ask: 'A manager approves this here, with name and PIN.',
  askAgain: 'This takes a PIN: enter your own, or have another manager approve it.',
  name: 'Manager’s name',
  pin: 'Manager’s PIN',
  wrong: 'The name or the PIN is not right, or this person is not a manager here. Nothing was done.',
  wanted: 'This is more than you may give back alone, so nothing was done.',
  locked:
    'This name is locked after too many wrong PINs. Another manager can approve this, or unlock the name on the staff page.',
  above: (amount: string) => `More than ${amount} takes a manager’s approval.`,
  always: 'This takes a manager’s approval.',
  by: (name: string) => `Approved by ${name}`,
};
