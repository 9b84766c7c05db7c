// What the server promises about the audit log: who did what to money, access and settings, when and from where.
import { z } from 'zod';

/** What can be on record. A new one also needs its text in every language (client/ui/texts). */
export const auditKinds = [
  'sign_in',
  'sign_in_missed',
  'sign_in_slowed',
  'sign_out',
  'key_missed',
  'set_up',
  'staff_added',
  'pin_reset',
  'own_pin',
  'pin_proved',
  'name_locked',
  'session_unlocked',
  'session_ended',
  'name_unlocked',
  'staff_removed',
  'key_added',
  'key_rotated',
  'key_revoked',
  'display_paired',
  'display_unpaired',
  'settings_changed',
  'picture_changed',
  'till_added',
  'till_renamed',
  'till_retired',
  'product_added',
  'product_removed',
  'capture',
  'refund',
  'release',
  'stop',
  'payments_exported',
  'audit_exported',
  'support_bundle',
  'backup_made',
  'backup_failed',
  'backup_restored',
  'refused',
  'pepper_replaced',
  'server_started',
  'not_listed',
  'audit_trimmed',
] as const;
export const auditKindSchema = z.enum(auditKinds);
export type AuditKind = z.infer<typeof auditKindSchema>;

/** Who does something. `command` is a user of the server's machine; `nobody` has not said who it is, or not proved it. */
export const actorKinds = ['staff', 'key', 'display', 'command', 'server', 'nobody'] as const;
export type ActorKind = (typeof actorKinds)[number];

/** Query of `GET /api/audit` and `GET /api/audit.csv`. `person` is the id of who did it; `day` is one of the shop's. */
export const auditQuerySchema = z.object({
  day: z.iso.date().optional(),
  person: z.string().max(100).optional(),
  kind: auditKindSchema.optional(),
  cursor: z.string().max(200).optional(),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

export const auditEntrySchema = z.object({
  /** Counts all entries, from 1, without a gap. */
  sequence: z.int(),
  at: z.iso.datetime(),
  kind: auditKindSchema,
  /** Whose it is; null is nobody's in particular, for managers of all shops. */
  shop: z.string().nullable(),
  who: z.object({ kind: z.enum(actorKinds), id: z.string().nullable(), name: z.string() }),
  /** Where the request came from; empty for what happened on the machine of the server. */
  address: z.string(),
  /** To what it was done: a payment, a person, a display. */
  about: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  /** SHA-256 of all of this and of the hash before. */
  hash: z.string(),
});
export type AuditEntryView = z.infer<typeof auditEntrySchema>;

/**
 * Newest first. `timeZone`: by which the day of the query goes, as an IANA name.
 * `seal`: the number and the hash of the last entry of all, which stand for everything before it.
 */
export const auditListSchema = z.object({
  entries: z.array(auditEntrySchema),
  cursor: z.string().nullable(),
  timeZone: z.string(),
  seal: z.object({ sequence: z.int(), hash: z.string() }),
});
export type AuditList = z.infer<typeof auditListSchema>;
