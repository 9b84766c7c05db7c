// What the staff page asks of the server. All throw ApiError or UnreachableError.
import type { OpenSessionList, SignIn, StaffList, StaffView } from '../../server/contract/access.ts';
import { call } from '../ui/api/api.ts';

// A PIN is slow to store, on purpose.
const timeoutMs = 20_000;

const pathOf = (id: string) => `/api/staff/${encodeURIComponent(id)}`;

/** `shop`: null is the shop of the manager who adds the person, or all shops for a manager of all. */
export type NewPerson = SignIn & Pick<StaffView, 'role' | 'shop'>;

export const fetchStaff = async () => (await call('/api/staff')).body as StaffList;

export const addPerson = (person: NewPerson) =>
  call('/api/staff', { method: 'POST', body: person, timeoutMs });

export const setPin = (id: string, pin: string) =>
  call(`${pathOf(id)}/pin`, { method: 'POST', body: { pin }, timeoutMs });

/** Lets somebody sign in from any device again, after too many wrong PINs. */
export const unlockPerson = (id: string) => call(`${pathOf(id)}/unlock`, { method: 'POST', body: {} });

export const fetchSessions = async () => (await call('/api/sessions')).body as OpenSessionList;

export const endSession = (id: string) =>
  call(`/api/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });

/** Also signs the person out everywhere. */
export const removePerson = (id: string) => call(pathOf(id), { method: 'DELETE' });
