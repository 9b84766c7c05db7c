import type { Screen } from '../ui/till/poll-till.ts';

/**
 * How a display introduces itself with each poll, with what staff should know of it: `display; secure=?1; page=?1; awake=wake_lock`. Of what it
 * does not know yet it says nothing.
 */
export const asDisplay: Screen = { said: 'display' };
