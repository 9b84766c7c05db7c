// All migrations, in their order.
import type { Migration } from 'kysely/migration';
import * as payments from './migrations/001-payments.ts';
import * as lateMoney from './migrations/002-late-money.ts';
import * as access from './migrations/003-access.ts';
import * as shops from './migrations/004-shops.ts';
import * as tries from './migrations/005-tries.ts';
import * as movements from './migrations/006-movements.ts';
import * as vippsIds from './migrations/007-vipps-ids.ts';
import * as captureDeadline from './migrations/008-capture-deadline.ts';
import * as environment from './migrations/009-environment.ts';
import * as sentCalls from './migrations/010-sent-calls.ts';
import * as before from './migrations/011-before.ts';
import * as agreements from './migrations/012-agreements.ts';
import * as voided from './migrations/013-voided.ts';
import * as refundLimits from './migrations/014-refund-limits.ts';
import * as lists from './migrations/017-lists.ts';
import * as signIn from './migrations/access/015-sign-in.ts';
import * as keyScopes from './migrations/access/016-key-scopes.ts';
import * as audit from './migrations/access/018-audit.ts';
import * as proofs from './migrations/access/019-proofs.ts';
import * as idleLock from './migrations/access/020-idle-lock.ts';
import * as sessionPlaces from './migrations/access/021-session-places.ts';
import * as settings from './migrations/access/022-settings.ts';

/** In the order of their names. */
export const migrations: Record<string, Migration> = {
  '001-payments': payments,
  '002-late-money': lateMoney,
  '003-access': access,
  '004-shops': shops,
  '005-tries': tries,
  '006-movements': movements,
  '007-vipps-ids': vippsIds,
  '008-capture-deadline': captureDeadline,
  '009-environment': environment,
  '010-sent-calls': sentCalls,
  '011-before': before,
  '012-agreements': agreements,
  '013-voided': voided,
  '014-refund-limits': refundLimits,
  '015-sign-in': signIn,
  '016-key-scopes': keyScopes,
  '017-lists': lists,
  '018-audit': audit,
  '019-proofs': proofs,
  '020-idle-lock': idleLock,
  '021-session-places': sessionPlaces,
  '022-settings': settings,
};
