import { describe as oneAfterTheOther } from 'vitest';

/** Groups tests that wait in real time, for a call that hangs: others go on meanwhile, also those of other groups. */
export const describe = oneAfterTheOther.concurrent;
