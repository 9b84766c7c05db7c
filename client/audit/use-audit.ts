// The audit log as the server has it, a page after the other.
import { useInfiniteQuery } from '@tanstack/react-query';
import type { AuditKind, AuditList } from '../../server/contract/audit.ts';
import { call } from '../ui/api/api.ts';

export type Filter = {
  /** `YYYY-MM-DD`; '' is every day. */
  readonly day: string;
  /** '' is everything. */
  readonly kind: AuditKind | '';
  /** Null is everybody. */
  readonly person: { readonly id: string; readonly name: string } | null;
};

/** The query of an address that asks for this. */
export function queryOf({ day, kind, person }: Filter, cursor = ''): string {
  const asked = Object.entries({ day, kind, person: person?.id ?? '', cursor });
  const query = new URLSearchParams(asked.filter(([, value]) => value !== ''));
  return query.size === 0 ? '' : `?${query}`;
}

export function useAudit(filter: Filter) {
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: async ({ pageParam }) =>
      (await call(`/api/audit${queryOf(filter, pageParam)}`)).body as AuditList,
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
  });
}
