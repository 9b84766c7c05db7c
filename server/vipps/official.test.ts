// Holds gateway and simulator against each other and, where they are at hand, against Vipps' official OpenAPI descriptions.
import { describe, expect, test } from 'vitest';
import { createCheck, type Exchanged, undescribed } from '../testing/official/check.ts';
import { loadOfficial } from '../testing/official/descriptions.ts';
import { deviationOf, deviations } from '../testing/official/deviations.ts';
import { ecomStories } from '../testing/official/ecom.ts';
import { epaymentStories } from '../testing/official/epayment.ts';
import { recurringStories } from '../testing/official/recurring.ts';
import { play, type Story } from '../testing/official/stage.ts';

const stories = [...ecomStories, ...epaymentStories, ...recurringStories];
const titled = stories.map((story) => [story.title, story] as const);

const played = new Map<Story, Promise<Exchanged[]>>();
/** Each story is played once for all tests. */
function callsOf(story: Story): Promise<Exchanged[]> {
  const calls = played.get(story) ?? play(story);
  played.set(story, calls);
  return calls;
}

describe('by our own schemas: the simulator takes each call, and the gateway reads each answer', () => {
  // A wrong call is refused with a status that is not in its story; an answer that the gateway cannot read ends the story.
  test.each(titled)('%s', async (_, story) => {
    const statuses = (await callsOf(story)).map(({ answer }) => answer.status);
    expect(statuses.filter((status) => status >= 400)).toEqual(story.refusals ?? []);
  });

  test('all that a till asks of Vipps is among the calls', async () => {
    const calls = (await Promise.all(stories.map(callsOf))).flat();
    const made = new Set(calls.map(({ method, url }) => `${method} ${nameless(url.pathname)}`));
    expect([...made].toSorted()).toEqual([
      'DELETE /recurring/v3/agreements/-/charges/-',
      'GET /ecomm/v2/payments/-/details',
      'GET /epayment/v1/payments/-',
      'GET /generate/qr.png',
      'GET /generate/qr.svg',
      'GET /recurring/v3/agreements/-',
      'GET /recurring/v3/agreements/-/charges',
      'GET /recurring/v3/agreements/-/charges/-',
      'PATCH /recurring/v3/agreements/-',
      'POST /accesstoken/get',
      'POST /ecomm/v2/payments',
      'POST /ecomm/v2/payments/-/capture',
      'POST /ecomm/v2/payments/-/refund',
      'POST /epayment/v1/payments',
      'POST /epayment/v1/payments/-/cancel',
      'POST /epayment/v1/payments/-/capture',
      'POST /epayment/v1/payments/-/refund',
      'POST /order-management/v2/ecom/receipts/-',
      'POST /order-management/v2/recurring/receipts/-',
      'POST /qr/v1',
      'POST /recurring/v3/agreements',
      'POST /recurring/v3/agreements/-/charges/-/capture',
      'POST /recurring/v3/agreements/-/charges/-/refund',
      'PUT /ecomm/v2/payments/-/cancel',
    ]);
  });
});

const official = loadOfficial();
const notHere = 'SKIPPED, for ../shared/vipps/{ecom,qr,epayment,recurring}.yaml are not on this machine: ';
const byOfficial = 'by the official descriptions: each call and each answer is as Vipps describes it';

describe.skipIf(official === null)(`${official === null ? notHere : ''}${byOfficial}`, () => {
  const check = official === null ? () => [] : createCheck(official);

  test.each(titled)('%s', async (_, story) => {
    const findings = (await callsOf(story)).flatMap(check);
    expect(findings.filter((finding) => deviationOf(finding) === null)).toEqual([]);
  });

  test('each deviation that is forgiven occurs', async () => {
    const calls = await Promise.all(stories.map(callsOf));
    const occurred = new Set(calls.flat().flatMap(check).map(deviationOf));
    expect(deviations.filter((known) => !occurred.has(known))).toEqual([]);
    const paths = calls.flat().map(({ url }) => url.pathname);
    expect(undescribed.filter((path) => !paths.some((called) => called.startsWith(path)))).toEqual([]);
  });
});

/** A path without the names of orders in it. */
const nameless = (pathname: string) =>
  pathname.replaceAll(/(?<=\/(?:payments|agreements|charges|receipts)\/)[^/]+/g, '-');
