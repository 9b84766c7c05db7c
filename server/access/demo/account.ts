// Who the demo acts as.

export const demoManager = { name: 'demo', pin: '123456' };
/** Nobody else's: a database in which it stands is the demo's. */
export const demoId = 'demo';

/** Who pairs a display that pairs itself. */
export const demoPairer = 'the demo';
