import type { Role } from '../../server/contract/access.ts';
import { canBeName, canBePin } from '../ui/api/session.ts';

type Typed = { readonly name: string; readonly pin: string; readonly pinAgain: string };
export type Complaint = 'name' | 'pin' | 'mismatch';

/** What is wrong with a name and a PIN that a person chose; null when nothing is. */
export function complaintAbout({ name, pin, pinAgain }: Typed, role: Role): Complaint | null {
  if (!canBeName(name)) return 'name';
  if (!canBePin(pin, role)) return 'pin';
  return pin === pinAgain ? null : 'mismatch';
}
