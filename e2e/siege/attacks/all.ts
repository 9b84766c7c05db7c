import type { Attack } from './attack.ts';
import { csvExports } from './exports.ts';
import { halfOpen } from './half-open.ts';
import { healthChecks } from './health-checks.ts';
import { pairings } from './pairings.ts';
import { pipelining } from './pipelining.ts';
import { polls } from './polls.ts';
import { signIns } from './sign-ins.ts';

export const attacks: readonly Attack[] = [
  pipelining,
  halfOpen,
  signIns,
  pairings,
  polls,
  csvExports,
  healthChecks,
];
