// All breaks. Each was seen red; a test looks after what can be seen of that without breaking anything.
import type { Break } from './break.ts';
import { checks } from './list/checks.ts';
import { payments } from './list/payments.ts';
import { server } from './list/server.ts';
import { vipps } from './list/vipps.ts';

export const breaks: readonly Break[] = [...payments, ...vipps, ...server, ...checks];
