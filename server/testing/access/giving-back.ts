// A shop in which money is given back, in tests: a cashier, a manager, and sales of 249.00.
import { expect, onTestFinished } from 'vitest';
import { signedIn } from '../access.ts';
import { type Answer, aServer } from '../http.ts';
import { seen } from '../payments.ts';
import { somewhere } from './sessions.ts';

type Options = NonNullable<Parameters<typeof aServer>[0]>;

export type Headers = Record<string, string>;

/** What is said of giving back takes the rest of its body last, such as an approval. */
export async function aShop(options: Options = {}) {
  const server = await aServer(options);
  onTestFinished(() => server.close());
  const cashier = await signedIn(server, 'cashier', 'Ola');
  /** @returns its reference, once it is paid. */
  async function sell(): Promise<string> {
    server.vipps.polled = seen({ scanned: true, reservedAmount: 24_900 });
    const reference = await server.start();
    await server.clock.advance(10);
    expect(await server.find(reference)).toMatchObject({ state: 'approved' });
    return reference;
  }
  /** What takes several calls of Vipps is answered while time goes on. */
  async function post(path: string, body: unknown, who: Headers): Promise<Answer> {
    let isOver = false;
    const answering = server.post(`/api/payments/${path}`, body, { cookie: '', ...who }).finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await new Promise(setImmediate);
      await server.clock.advance(10);
    }
    return answering;
  }
  const refundOf = (reference: string, value: number, who: Headers, more: object = {}) =>
    post(`${reference}/refund`, { amount: { value, currency: 'NOK' }, ...more }, who);
  const releaseOf = (reference: string, who: Headers, more: object = {}) =>
    post(`${reference}/release`, more, who);
  const another = (name: string) => signedIn(server, 'cashier', name);
  /** The same person, on another day. */
  async function again(name: string): Promise<{ cookie: string }> {
    const found = await server.store.access.findStaff(name);
    if (found === null) throw new Error(`${name} is not there`);
    const { token } = await server.access.sessions.open(found.member, somewhere);
    return { cookie: `tillside_session=${token}` };
  }
  return { ...server, server, cashier, another, again, sell, post, refundOf, releaseOf };
}
