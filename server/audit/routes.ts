// HTTP <-> the audit log, for managers: those of one shop see what is that shop's.

import { type Principal, scopeOf } from '../access/policy.ts';
import { type Route, route } from '../access/route.ts';
import { type AuditQuery, auditListSchema, auditQuerySchema } from '../contract/audit.ts';
import type { Clock } from '../core/clock.ts';
import type { Tills } from '../core/tills.ts';
import { type Exports, sendAsTaken } from '../http/export.ts';
import type { AuditStore } from '../store/audit-store.ts';
import { saidIn, tell } from './act.ts';
import { dayOfReader, filterOf, readPage, toCsv, toEntryView } from './entries.ts';

export type AuditRoutesDeps = {
  store: { audit: AuditStore };
  clock: Pick<Clock, 'sleep'>;
  tills: Tills;
  exports: Exports;
};

const pageSize = 50;

export function createAuditRoutes({ store: { audit }, clock, tills, exports }: AuditRoutesDeps): Route[] {
  const filterFor = (query: AuditQuery, principal: Principal) =>
    filterOf(query, scopeOf(principal).shop, tills);

  return [
    route({
      method: 'get',
      path: '/api/audit',
      operationId: 'listAudit',
      summary: 'Who did what, when and from where, newest first',
      access: 'read_audit',
      query: auditQuerySchema,
      success: { status: 200, schema: auditListSchema },
      async handle({ query, principal }) {
        const page = await readPage(audit, filterFor(query, principal), query.cursor, pageSize);
        const seal = await audit.readHead();
        const { timeZone } = dayOfReader(scopeOf(principal).shop, tills);
        return { entries: page.entries.map(toEntryView), cursor: page.cursor, timeZone, seal };
      },
    }),
    route({
      method: 'get',
      path: '/api/audit.csv',
      operationId: 'exportAudit',
      summary: 'The same, all of it, as a table',
      access: 'read_audit',
      audit: 'audit_exported',
      query: auditQuerySchema,
      success: { status: 200, type: 'text/csv' },
      async handle({ query, principal, response, act }) {
        const filter = filterFor(query, principal);
        await exports.during(filter.shop, async () => {
          const told = tell(act, { shop: filter.shop, about: '', detail: saidIn(query) });
          // What cannot be put on record is not handed out.
          if (told) await audit.append(told);
          response.type('csv').attachment('audit.csv');
          await sendAsTaken(response, toCsv(audit, filter), clock);
        });
        return undefined;
      },
    }),
  ];
}
