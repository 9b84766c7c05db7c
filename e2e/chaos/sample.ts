/** The rounds that are part of `npm test`: plan.test.ts says what they have to contain. */
export const sample = { rounds: 10, seed: 5398 };
