// A server with staff who have PINs, in tests of what their sessions may do.
import type { Role, StaffView } from '../../contract/access.ts';
import { aServer, type TestServer } from '../http.ts';

export type Somebody = { id: string; name: string; pin: string };

const pins: Readonly<Record<Role, string>> = { manager: '27491386', cashier: '274913' };

/** The cookie of a name among those that an answer sets, as a browser sends it back. */
function cookieOf(headers: Headers, name: string): string {
  const found = headers.getSetCookie().find((one) => one.startsWith(`${name}=`));
  return found?.split(';')[0] ?? '';
}

/** @returns the server, what hires somebody with a PIN, and what signs them in: the cookies of the session and of the device. */
export async function aStaffServer(options: Parameters<typeof aServer>[0] = {}) {
  const server: TestServer = await aServer(options);

  async function hire(name: string, role: Role, shop: string | null = null): Promise<Somebody> {
    const pin = pins[role];
    await server.signInAgain();
    const { body } = await server.post('/api/staff', { name, pin, role, ...(shop === null ? {} : { shop }) });
    return { id: (body as StaffView).id, name, pin };
  }

  async function signIn({ name, pin }: Somebody, headers: Record<string, string> = {}) {
    const answer = await server.post('/api/session', { name, pin }, { cookie: '', ...headers });
    if (answer.status !== 200) throw new Error(`the sign-in of ${name} was answered ${answer.status}`);
    const [cookie, device] = ['tillside_session', 'tillside_device'].map((one) =>
      cookieOf(answer.headers, one),
    );
    return { cookie: cookie ?? '', device: device ?? '' };
  }

  return { server, hire, signIn };
}
