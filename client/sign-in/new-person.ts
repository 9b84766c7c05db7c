import { isPin } from '../ui/api/session.ts';

type Typed = { readonly name: string; readonly pin: string; readonly pinAgain: string };
export type Complaint = 'name' | 'pin' | 'mismatch';

/** What is wrong with a name and a PIN that a person chose; null when nothing is. */
export function complaintAbout({ name, pin, pinAgain }: Typed): Complaint | null {
  if (name.trim() === '') return 'name';
  if (!isPin(pin)) return 'pin';
  return pin === pinAgain ? null : 'mismatch';
}
