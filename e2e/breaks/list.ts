// All breaks. Each was seen red; list.test.ts checks what can be checked without breaking anything.
import type { Break } from './break.ts';
import { audit } from './list/access/audit.ts';
import { keys } from './list/access/keys.ts';
import { ownAuthority } from './list/access/own-authority.ts';
import { secrets } from './list/access/secrets.ts';
import { sessions } from './list/access/sessions.ts';
import { signIn } from './list/access/sign-in.ts';
import { agreements } from './list/agreements.ts';
import { answers } from './list/answers.ts';
import { cashier } from './list/cashier.ts';
import { checks } from './list/checks.ts';
import { display } from './list/display.ts';
import { guard } from './list/guard.ts';
import { lists } from './list/lists.ts';
import { setup } from './list/new-shop/setup.ts';
import { odd } from './list/odd.ts';
import { outside } from './list/outside.ts';
import { payments } from './list/payments.ts';
import { screens } from './list/screens.ts';
import { server } from './list/server.ts';
import { serving } from './list/serving.ts';
import { vipps } from './list/vipps.ts';
import { written } from './list/written.ts';

export const breaks: readonly Break[] = [
  ...payments,
  ...answers,
  ...agreements,
  ...audit,
  ...vipps,
  ...odd,
  ...server,
  ...keys,
  ...serving,
  ...signIn,
  ...lists,
  ...guard,
  ...screens,
  ...display,
  ...cashier,
  ...outside,
  ...checks,
  ...secrets,
  ...ownAuthority,
  ...sessions,
  ...written,
  ...setup,
];
