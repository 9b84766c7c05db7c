import { expect, it } from 'vitest';
import { tillsOf } from '../../core/tills.ts';
import type { StoredImage } from '../../store/store.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { aPayment } from '../../testing/payments.ts';
import { till } from '../../testing/till.ts';
import { createReadModel } from './read-model.ts';

const staff = { isDisplay: false, identifiesForMs: 0 };
const display = { isDisplay: true, identifiesForMs: 0 };

const bothNamesUntil = '2027-06-30';

/** A till with a code that Vipps has drawn as `image`; null is one that can be scanned no more. */
function aTillWith(image: StoredImage | null) {
  const payment = aPayment({ state: image === null ? 'closing' : 'presented', qrExpiresAtMs: 600_000 });
  const read: string[] = [];
  const findImage = async (reference: string) => {
    read.push(reference);
    return image;
  };
  const store = { findNewest: async () => payment, findImage };
  const clock = manualClock();
  const readTill = createReadModel({
    tills: tillsOf([till]),
    watch: { isStuck: () => false },
    store,
    clock,
    bothNamesUntil,
  });
  const hrefFor = async (viewer: typeof staff) =>
    (await (await readTill(till.id, viewer)).body()).payment?.qr?.href;
  return { readTill, read, hrefFor, path: `/api/payments/${payment.reference}/qr` };
}
const drawn = (bytes: number, contentType = 'image/svg+xml') => ({
  contentType,
  bytes: Buffer.alloc(bytes, 'x'),
});

it('gives a display the code with the answer, and everybody else its address', async () => {
  const { hrefFor, path } = aTillWith({ contentType: 'image/svg+xml', bytes: Buffer.from('<svg/>') });
  expect(await hrefFor(display)).toBe('data:image/svg+xml;base64,PHN2Zy8+');
  expect(await hrefFor(staff)).toBe(path);
});

it('leaves a large image to be fetched by itself', async () => {
  const most = aTillWith(drawn(32 * 1024, 'image/png'));
  expect(await most.hrefFor(display)).toMatch(/^data:image\/png;base64,/);
  const larger = aTillWith(drawn(32 * 1024 + 1, 'image/png'));
  expect(await larger.hrefFor(display)).toBe(larger.path);
});

it('[P4] gives nobody a code that cannot be paid any more', async () => {
  const { hrefFor, read } = aTillWith(null);
  expect([await hrefFor(display), read]).toEqual([undefined, []]);
});

it('has a tag of its own for what a display sees, and reads no image for it', async () => {
  const { readTill, read } = aTillWith(drawn(10));
  const tags = await Promise.all(
    [display, staff].map(async (viewer) => (await readTill(till.id, viewer)).etag),
  );
  expect(new Set(tags).size).toBe(2);
  expect(read).toEqual([]);
});

it('calls a till of MobilePay by its new name from the shop’s 12 January 2027 on, without a restart', async () => {
  const clock = manualClock(Date.parse('2027-01-11T22:59:00Z'));
  const danish = { ...till, brand: 'mobilepay', timeZone: 'Europe/Copenhagen', dayEndsAt: 0 } as const;
  const store = { findNewest: async () => null, findImage: async () => null };
  const readTill = createReadModel({
    tills: tillsOf([danish]),
    watch: { isStuck: () => false },
    store,
    clock,
    bothNamesUntil,
  });
  const before = await readTill(till.id, display);
  expect((await before.body()).till.brand).toBe('mobilepay');
  // A screen that waits is woken then.
  expect(before.changesInMs).toBe(60_000);
  await clock.advance(60_000);
  const after = await readTill(till.id, display);
  expect((await after.body()).till.brand).toBe('vipps_mobilepay');
  expect(after.etag).not.toBe(before.etag);
  clock.jumpWallClock(-60_000);
  expect((await (await readTill(till.id, display)).body()).till.brand).toBe('mobilepay');
});
