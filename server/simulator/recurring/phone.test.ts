import { describe, expect, test } from 'vitest';
import { firstCharge, openDrafted } from '../testing/recurring.ts';

/** Amounts have a space that does not break. */
const plain = (html: string) => html.replaceAll('\u00a0', ' ');

describe('the phone page of an agreement', () => {
  test('shows product, price and first payment, with the same choices as a payment', async () => {
    const { open, id, orders } = await openDrafted({ productDescription: 'One cup' });
    const { status, text } = await open(id);
    expect(status).toBe(200);
    const page = plain(text);
    for (const words of [
      'Coffee every day',
      '99,00 kr a month',
      'One cup',
      'First payment: 499,00 kr (Welcome box)',
      'sub-1',
      '>Approve</button>',
      '>Card declined</button>',
      '>Cancel</button>',
      'no real money',
    ]) {
      expect(page).toContain(words);
    }
    expect((await orders())[0].state.opened).toBe(true);
  });

  test.each([
    [{ unit: 'DAY', count: 1 }, '99,00 kr a day'],
    [{ unit: 'WEEK', count: 2 }, '99,00 kr every 2 weeks'],
    [{ unit: 'YEAR', count: 1 }, '99,00 kr a year'],
  ])('says how often: %j', async (interval, words) => {
    const { open, id } = await openDrafted({ interval });
    expect(plain((await open(id)).text)).toContain(words);
  });

  test('says what is at most paid, and that nothing is paid now', async () => {
    const pricing = { type: 'VARIABLE', suggestedMaxAmount: 30000, currency: 'NOK' };
    const { open, id } = await openDrafted({ pricing, initialCharge: undefined });
    const page = plain((await open(id)).text);
    expect(page).toContain('up to 300,00 kr a month');
    expect(page).toContain('Nothing to pay now');
  });

  test('escapes what shops write', async () => {
    const attack = '<b>"&\'';
    const { open, id, call } = await openDrafted({
      productName: attack,
      productDescription: attack,
      externalId: attack,
      initialCharge: { ...firstCharge, description: attack },
    });
    for (const { text } of [await call('GET', '/phone'), await open(id)]) {
      expect(text).toContain('&#60;b&#62;&#34;&#38;&#39;');
      expect(text).not.toContain('<b>');
    }
  });

  test.each([
    ['approve', 'Agreed. Thank you!'],
    ['cancel', 'Cancelled. There is no agreement.'],
  ] as const)('says what became of it: %s', async (button, says) => {
    for (const initialCharge of [firstCharge, undefined]) {
      const { press, open, id } = await openDrafted({ initialCharge });
      expect((await press(id, button)).status).toBe(303);
      const { text } = await open(id);
      expect(text).toContain(says);
      expect(text.includes('>Stop the subscription</button>')).toBe(button === 'approve');
      expect(text).not.toContain('>Approve</button>');
    }
  });

  test('says so when the card is declined, when time ran out, and when the merchant stopped it', async () => {
    const { press, open, id, clock } = await openDrafted();
    await press(id, 'decline');
    expect((await open(id)).text).toContain('The card was declined');
    clock.nowMs += 600_000;
    expect((await open(id)).text).toContain('Time ran out. Nothing was agreed.');
    const stopped = await openDrafted();
    await stopped.recurring.stop(stopped.id, 'key-1');
    expect((await stopped.open(stopped.id)).text).toContain('Cancelled');
  });

  test('lets the customer stop it once it is agreed, and says so', async () => {
    const { press, open, id } = await openDrafted();
    await press(id, 'approve');
    expect((await press(id, 'stop')).status).toBe(303);
    const { text } = await open(id);
    expect(text).toContain('Stopped. No more payments will be asked for.');
    expect(text).not.toContain('<button');
  });

  test('goes on saying that it is agreed when only its charge was cancelled', async () => {
    const { press, open, id, chargeId, recurring } = await openDrafted();
    await press(id, 'approve');
    await recurring.cancelCharge(id, chargeId, 'key-1');
    expect((await open(id)).text).toContain('Agreed');
  });
});

test('the list of what waits has agreements and payments, each until it is answered', async () => {
  const { call, initiate, press, id } = await openDrafted();
  await initiate('till-1-a');
  const list = async () => plain((await call('GET', '/phone')).text);
  const before = await list();
  for (const words of [
    'Coffee every day',
    '99,00 kr a month',
    'First payment: 499,00 kr',
    'One pair of socks',
  ])
    expect(before).toContain(words);
  await press(id, 'approve');
  expect(await list()).not.toContain('Coffee every day');
});

test('the QR of an agreement leads to its phone page', async () => {
  const { qr, drafted, phoneUrl, id, call } = await openDrafted();
  const { status, body } = await qr(drafted.vippsConfirmationUrl, 'text/targetUrl');
  expect([status, body.url, body.expiresIn]).toEqual([200, await phoneUrl(id), 600]);
  const landing = await call('GET', drafted.vippsConfirmationUrl);
  expect(await phoneUrl(id)).toContain(landing.headers.get('location'));
  const image = await qr(drafted.vippsConfirmationUrl);
  expect((await fetch(image.body.url)).headers.get('content-type')).toMatch(/^image\/svg\+xml/);
});
