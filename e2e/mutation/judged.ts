// The breaks that no test can notice, each with the reason.
import type { Judged } from './survivors.ts';

export const judged: Judged[] = [];
