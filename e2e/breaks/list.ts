// All breaks. Each was seen red; a test looks after what can be seen of that without breaking anything.
import type { Break } from './break.ts';
import { checks } from './list/checks.ts';
import { server } from './list/server.ts';

export const breaks: readonly Break[] = [...server, ...checks];
