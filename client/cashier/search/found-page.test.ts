import { expect, test } from 'vitest';
import type { PaymentList } from '../../../server/contract/payments.ts';
import { samplePayment } from '../../testing/sample-payment.ts';
import { fetchFound } from './found-page.ts';

const payment = samplePayment();
const pages: Record<string, PaymentList> = {
  first: { payments: [], cursor: 'second' },
  second: { payments: [], cursor: 'third' },
  third: { payments: [payment], cursor: 'fourth' },
  fourth: { payments: [], cursor: null },
};

function aServer(onFetch: () => void = () => undefined) {
  const asked: (string | null)[] = [];
  const fetchPage = async (cursor: string | null) => {
    asked.push(cursor);
    onFetch();
    return pages[cursor ?? 'first'] as PaymentList;
  };
  return { asked, fetchPage };
}
const { signal } = new AbortController();

test('parts in which nothing was found are gone through until something is', async () => {
  const { asked, fetchPage } = aServer();
  expect(await fetchFound(fetchPage, null, signal)).toEqual(pages['third']);
  expect(asked).toEqual([null, 'second', 'third']);
});

test('nothing is found once all has been looked through', async () => {
  expect(await fetchFound(aServer().fetchPage, 'fourth', signal)).toEqual(pages['fourth']);
});

test('nobody looks on who has gone', async () => {
  const gone = new AbortController();
  const { asked, fetchPage } = aServer(() => gone.abort());
  await fetchFound(fetchPage, null, gone.signal);
  expect(asked).toEqual([null]);
});
