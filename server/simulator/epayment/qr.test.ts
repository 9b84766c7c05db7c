import { describe, expect, test } from 'vitest';
import { readQr } from '../testing/read-qr.ts';
import { openTill } from '../testing/till.ts';

const reference = 'till-1-aaa';

async function presented(qrFormat?: object, options = {}) {
  const till = await openTill(options);
  const { body } = await till.epayment.create(reference, { qrFormat });
  const link: string = body.redirectUrl;
  return { ...till, link, image: () => fetch(link) };
}

describe('the QR of a payment', () => {
  test.each([undefined, { format: 'IMAGE/SVG+XML' }, { format: 'IMAGE/SVG+XML', size: 1024 }])(
    'asked for as %j is an SVG',
    async (qrFormat) => {
      const { image } = await presented(qrFormat);
      const response = await image();
      expect(response.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
      expect(await response.text()).toContain('shape-rendering="crispEdges"');
    },
  );

  test.each([
    [100, 100],
    [2000, 2000],
    [undefined, 1024],
    [null, 1024],
  ])('as PNG of size %j is %i pixels wide and leads to the phone page', async (size, pixels) => {
    const { image, phoneUrl } = await presented({ format: 'IMAGE/PNG', size });
    const png = Buffer.from(await (await image()).arrayBuffer());
    expect(readQr(png)).toEqual({ width: pixels, height: pixels, text: await phoneUrl(reference) });
  });

  test('as text is the link to the phone page, on the public address', async () => {
    const { link, phoneUrl } = await presented({ format: 'TEXT/TARGETURL' });
    expect(link).toBe(await phoneUrl(reference));
    const elsewhere = await presented({ format: 'TEXT/TARGETURL' }, { publicUrl: 'http://192.0.2.7:3001' });
    expect(elsewhere.link).toMatch(/^http:\/\/192\.0\.2\.7:3001\/phone\/\w+$/);
  });

  test('is gone when the time has run out', async () => {
    const { image, clock } = await presented();
    clock.nowMs += 599_999;
    expect((await image()).status).toBe(200);
    clock.nowMs += 1;
    expect((await image()).status).toBe(404);
  });
});

test('a payment by redirect answers the landing page, which leads to the phone page', async () => {
  const till = await openTill();
  const more = { userFlow: 'WEB_REDIRECT', returnUrl: 'https://shop.example/thanks', qrFormat: null };
  const { body } = await till.epayment.create(reference, more);
  const { status, headers } = await till.call('GET', body.redirectUrl);
  expect(status).toBe(302);
  expect(await till.phoneUrl(reference)).toContain(headers.get('location'));
});

describe('the phone page of a payment', () => {
  test('shows what is to be paid and the choices, and is a scan to the control API only', async () => {
    const { open, orders, epayment } = await presented();
    const { status, text } = await open(reference);
    expect(status).toBe(200);
    expect(text).toContain('One pair of socks');
    expect(text).toMatch(/499,00\skr/);
    for (const button of ['Approve', 'Card declined', 'Cancel'])
      expect(text).toContain(`>${button}</button>`);
    expect((await orders())[0].state.opened).toBe(true);
    expect((await epayment.get(reference)).body.state).toBe('CREATED');
  });

  test.each([
    ['approve', 'Paid', 'AUTHORIZED'],
    ['decline', 'declined', 'CREATED'],
    ['cancel', 'Cancelled', 'ABORTED'],
  ] as const)('says what became of it: %s', async (button, says, state) => {
    const { press, open, epayment } = await presented();
    expect((await press(reference, button)).status).toBe(303);
    expect((await open(reference)).text).toContain(says);
    expect((await epayment.get(reference)).body.state).toBe(state);
  });

  test('takes one answer, however often the buttons are pressed', async () => {
    const { press, epayment } = await presented();
    await Promise.all([press(reference, 'approve'), press(reference, 'approve'), press(reference, 'cancel')]);
    expect((await epayment.events(reference)).body).toHaveLength(2);
  });

  test('is in the list with those of eCom, until it is paid', async () => {
    const { press, call, initiate, clock } = await presented();
    clock.nowMs += 1000;
    await initiate('till-1-bbb');
    const list = async () => (await call('GET', '/phone')).text.match(/till-1-\w+/g);
    expect(await list()).toEqual(['till-1-bbb', reference]);
    await press(reference, 'approve');
    expect(await list()).toEqual(['till-1-bbb']);
  });
});
