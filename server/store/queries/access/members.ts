import type { StaffMember } from '../../access-store.ts';
import type { Tables } from '../../tables.ts';

export type StaffRow = Omit<Tables['staff'], 'name_key' | 'pin_hash'>;

export const toMember = ({ id, name, role, shop, created_at, last_sign_in_at }: StaffRow): StaffMember => ({
  id,
  name,
  role,
  shop,
  createdAtMs: created_at,
  lastSignInAtMs: last_sign_in_at,
});
