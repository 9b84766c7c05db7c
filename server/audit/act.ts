// Who does what from where: the part of an entry that is known before it is done.
import type { Principal } from '../access/policy.ts';
import type { AuditKind } from '../contract/audit.ts';
import type { Actor, Told } from '../store/audit-store.ts';

export type Act = Pick<Told, 'kind' | 'atMs' | 'who' | 'address'>;

/** What is only known where it is done. */
export type Done = {
  shop: string | null;
  about: string;
  detail?: Told['detail'];
  /** Where it is only known now who it is, as after a sign-in. */
  who?: Actor;
};

/** @returns what the store writes along with the change; nothing for an act that is not on record. */
export function tell(act: Act | undefined, { detail = {}, ...done }: Done): Told | undefined {
  return act && { ...act, ...done, detail };
}

const nobody: Actor = { kind: 'nobody', id: null, name: '' };
const server: Actor = { kind: 'server', id: null, name: '' };

export const staffActor = ({ id, name }: { id: string; name: string }): Actor => ({
  kind: 'staff',
  id,
  name,
});

export function actorOf(principal: Principal): Actor {
  switch (principal.kind) {
    case 'nobody':
      return nobody;
    case 'display':
      return { kind: 'display', id: principal.id, name: '' };
    case 'key':
      return { kind: 'key', id: principal.id, name: principal.name };
    case 'staff':
      return staffActor({ id: principal.id, name: principal.session.name });
  }
}

/** An act of somebody at the machine of the server: of this user of its system. */
export function actOfCommand(kind: AuditKind, user: { uid: number; username: string }, atMs: number): Act {
  const who = { kind: 'command', id: String(user.uid), name: user.username } as const;
  return { kind, who, address: '', atMs };
}

/** What somebody tries who has not said who it is. */
export const actOfNobody = (kind: AuditKind, address: string, atMs: number): Act => ({
  kind,
  who: nobody,
  address,
  atMs,
});

/** An act of the server itself. */
export const actOfServer = (kind: AuditKind, atMs: number): Act => ({ kind, who: server, address: '', atMs });

/** What an export was asked for, without where a page of it begins. */
export function saidIn(query: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const said = Object.entries(query).filter(([name, value]) => name !== 'cursor' && value !== undefined);
  return Object.fromEntries(said) as Record<string, string>;
}
