import { describe, expect, onTestFinished, test } from 'vitest';
import { startSimulator } from '../simulator/simulator.ts';
import { createTill } from '../simulator/testing/till.ts';
import { config, shop as keys } from '../testing/config.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { aPatientLine } from '../testing/vipps.ts';
import { examine } from './doctor.ts';

const credentials = {
  clientId: keys['VIPPS_CLIENT_ID'] ?? '',
  clientSecret: keys['VIPPS_CLIENT_SECRET'] ?? '',
  subscriptionKey: keys['VIPPS_SUBSCRIPTION_KEY'] ?? '',
  msn: keys['VIPPS_MSN'] ?? '',
};
/** One till that sells over each API, and signs subscribers up. */
const tills = [
  { id: '1', name: 'One' },
  { id: '2', name: 'Two', api: 'epayment', currency: 'DKK', subscriptions: false },
];
const apis = ['ecom', 'epayment', 'recurring'] as const;
/** The call that brings an API's code to the screen. */
const drawing = { ecom: 'qr', epayment: 'initiate', recurring: 'qr' } as const;

type Bent = { env?: object; rules?: object[]; aheadMs?: number; signal?: AbortSignal };

/** A simulator, and a doctor who looks at a shop that sells there. Time passes as soon as somebody waits for it. */
async function examined({ env = {}, rules = [], aheadMs = 0, signal }: Bent = {}) {
  const simulator = await startSimulator({ credentials, faults: true });
  onTestFinished(() => simulator.close());
  const vipps = createTill(simulator.url, credentials);
  await vipps.faults(rules);
  const said: string[] = [];
  let made = 0;
  const clock = { ...manualClock(), nowMs: () => Date.now() + aheadMs, sleep: () => Promise.resolve() };
  const line = aPatientLine();
  onTestFinished(line.close);
  const isWell = await examine({
    config: config({ ...keys, VIPPS_BASE_URL: vipps.url, ...env }, tills),
    line,
    clock,
    random: () => 0,
    version: '0',
    newReference: () => `tillside-doctor-${++made}`,
    say: (sentence) => said.push(sentence),
    signal: signal ?? new AbortController().signal,
  });
  const orders = await vipps.orders();
  expect(said.join()).not.toContain('canary');
  return { isWell, said, orders, text: said.join('\n') };
}

type Asked = { api: string; amount: number; currency: string };
type Left = { state: { cancelled: boolean; reserved: number }; agreement: { status: string } | null };
const isOpen = ({ state, agreement }: Left) =>
  agreement === null ? !state.cancelled : agreement.status !== 'STOPPED';

describe('a doctor', () => {
  test('makes one payment of the least amount over each API, and leaves none of them open', async () => {
    const { isWell, said, orders } = await examined();
    expect({ isWell, said }).toEqual({
      isWell: true,
      said: [
        'sales unit 654321, eCom: good. A payment got its code and was cancelled.',
        'sales unit 654321, Recurring: good. A payment got its code and was cancelled.',
        'sales unit 654321, ePayment: good. A payment got its code and was cancelled.',
      ],
    });
    const asked = orders.map(({ api, amount, currency }: Asked) => `${api} ${amount} ${currency}`);
    expect(asked.sort()).toEqual(['ecom 100 NOK', 'epayment 100 DKK', 'recurring 100 NOK']);
    expect(orders.filter(isOpen)).toEqual([]);
  });

  test('[P7] tells of keys that are not accepted, once, by the names of their variables', async () => {
    const { isWell, said } = await examined({ env: { VIPPS_CLIENT_SECRET: 'canary-another' } });
    expect(isWell).toBe(false);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/does not accept the keys\. Check VIPPS_CLIENT_ID, .* VIPPS_ENVIRONMENT=test/);
  });

  test('tells of a sales unit that the keys are not for', async () => {
    const { text } = await examined({ env: { VIPPS_MSN: '111111' } });
    expect(text.match(/These keys may not act for the sales unit 111111\. Check VIPPS_MSN/g)).toHaveLength(3);
  });

  test('tells of an API that was not ordered, be it that of the code', async () => {
    const { text, orders } = await examined({
      rules: [
        { on: 'initiate', kind: 'status', status: 403, by: 'gateway', times: 1 },
        { on: 'qr', kind: 'status', status: 401, by: 'gateway' },
      ],
    });
    expect(text).toMatch(/eCom: nothing can be sold\. The keys are good, but not for the eCom API/);
    expect(text).toMatch(
      /Recurring: no subscriber can be signed up\. The keys .* QR API.*"subscriptions": false/,
    );
    expect(text).toMatch(/ePayment: good/);
    expect(orders.filter(isOpen)).toEqual([]);
  });

  test('tells of a sales unit that is blocked, and of whatever else Vipps says', async () => {
    const { text } = await examined({ rules: [{ on: 'initiate', kind: 'status', status: 400 }] });
    expect(text).toMatch(
      /The sales unit 654321 is blocked, or not set up for the eCom API.*Merchant is blocked/,
    );
    expect(text).toMatch(/ePayment: nothing can be sold\. Vipps MobilePay refuses/);
  });

  test.each(apis)(
    'tells of the host of a code that is not allowed, and cancels its order: %s',
    async (api) => {
      const { text, orders } = await examined({
        rules: [{ on: drawing[api], kind: 'odd', oddity: 'image_elsewhere' }],
      });
      expect(text).toMatch(/The image of the code is at qr-images\.example\.com, which VIPPS_QR_IMAGE_HOSTS/);
      expect(orders.filter(isOpen)).toEqual([]);
    },
  );

  test('tells of a page in place of Vipps, and of a proxy through which Tillside goes', async () => {
    const { text } = await examined({
      rules: [{ on: 'token', kind: 'html', status: 200 }],
      env: { HTTPS_PROXY: 'http://kari:canary@proxy.example:8080' },
    });
    expect(text).toMatch(
      /Something in between answers in place of 127\.0\.0\.1:\d+, with a page \(HTTP 200\)/,
    );
    expect(text).toContain('Tillside goes through the proxy proxy.example:8080.');
    const asked = await examined({ rules: [{ on: 'token', kind: 'html', status: 407 }] });
    expect(asked.text).toContain('A proxy in front of 127.0.0.1');
  });

  test('tells of a line on which nothing secure comes about, or nobody listens', async () => {
    const { text } = await examined({ env: { VIPPS_BASE_URL: 'https://127.0.0.1:1' } });
    expect(text).toMatch(/No connection to 127\.0\.0\.1:1 comes about.*\(ECONNREFUSED\)/);
  });

  test('tells of what is odd about answers, and hinders nobody', async () => {
    const { isWell, said } = await examined({ rules: [{ on: 'qr', kind: 'odd', oddity: 'expires_text' }] });
    expect(said.filter((one) => one.startsWith('Odd'))).toEqual([
      'Odd, but no hindrance, in the answer to qr: expiresIn is text.',
    ]);
    expect(isWell).toBe(true);
  });

  test.each([
    [-3 * 60_000, 'The clock of this machine is 3 minutes behind that of Vipps MobilePay.'],
    [45_000, 'The clock of this machine is 1 minute ahead of that of Vipps MobilePay.'],
  ])('tells of a clock that is wrong by %i ms, though all else is good', async (aheadMs, sentence) => {
    const { isWell, said } = await examined({ aheadMs });
    expect(said).toHaveLength(4);
    expect(said.at(-1)).toContain(sentence);
    expect(isWell).toBe(false);
  });
});

describe('what a doctor leaves behind', () => {
  test.each(apis)('is nothing when the answer to the start was lost: %s', async (api) => {
    const { isWell, orders, text } = await examined({ rules: [{ on: 'initiate', kind: 'wrong_shape' }] });
    expect(isWell).toBe(false);
    const open = orders.filter((order: Left & { api: string }) => order.api === api && isOpen(order));
    // What an agreement is called was in that answer.
    expect(open).toHaveLength(api === 'recurring' ? 1 : 0);
    if (api === 'recurring')
      expect(text).toContain('It is not known whether the agreement tillside-doctor-2 was made');
  });

  test('is nothing when its references are said to be taken', async () => {
    const { isWell, said, orders } = await examined({
      rules: [{ on: 'initiate', kind: 'status', status: 409 }],
    });
    expect({ isWell, orders }).toEqual({ isWell: false, orders: [] });
    expect(said.filter((one) => /nothing can be sold|no subscriber can be signed up/.test(one))).toHaveLength(
      3,
    );
  });

  test('is nothing when a cancel fails at first', async () => {
    const { isWell, orders } = await examined({
      rules: [{ on: 'cancel', kind: 'status', status: 503, times: 2 }],
    });
    expect({ isWell, open: orders.filter(isOpen) }).toEqual({ isWell: true, open: [] });
  });

  test('is said when no cancel is accepted', async () => {
    const { isWell, said, orders } = await examined({
      rules: [{ on: 'cancel', kind: 'status', status: 503 }],
    });
    expect({ isWell, open: orders.filter(isOpen).length }).toEqual({ isWell: false, open: 3 });
    expect(said).toHaveLength(3);
    for (const sentence of said) {
      expect(sentence).toMatch(
        /has not accepted that the payment tillside-doctor-\d is cancelled\. .*lapses by itself/,
      );
    }
  });

  test('is nothing when it is interrupted: what was not begun is not begun', async () => {
    const { isWell, orders } = await examined({ signal: AbortSignal.abort() });
    expect({ isWell, orders }).toEqual({ isWell: false, orders: [] });
  });
});
