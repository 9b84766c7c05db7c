// What the doctor and setup say when a name leads nowhere. Names are looked up here, so that nothing leaves this machine.
import type { LookupFunction } from 'node:net';
import { describe, expect, test } from 'vitest';
import { checkVipps } from '../setup/check-vipps.ts';
import { config, shop as keys } from '../testing/config.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { connectVipps } from '../vipps/connect.ts';
import { createExchange, defaultTimeouts } from '../vipps/http/connection.ts';
import { examine } from './doctor.ts';
import { notReachedNotice } from './start-notice.ts';

/** What has been looked up here. */
const names: string[] = [];

/** A DNS that answers every question so. */
function aLine(code: string, proxy: { url: URL; except: string } | null = null) {
  const lookup: LookupFunction = (name, _options, answer) => {
    names.push(name);
    answer(Object.assign(new Error(`getaddrinfo ${code} ${name}`), { code }), '', 4);
  };
  return createExchange(defaultTimeouts, { proxy, authorities: null, lookup });
}

const clock = { ...manualClock(), sleep: () => Promise.resolve() };
const shared = { clock, random: () => 0, version: '0', newReference: () => 'tillside-doctor-1' };

const cases: [string, string][] = [
  [
    'ENOTFOUND',
    'The name apitest.vipps.no is not found. Is this machine on the Internet, and does its DNS work?',
  ],
  ['EAI_AGAIN', 'The name apitest.vipps.no cannot be looked up: no DNS server answers.'],
  [
    'ECONNREFUSED',
    'No connection to apitest.vipps.no comes about. A firewall has to let this machine out to it, port 443.',
  ],
];

describe.each(cases)('a name that is %s', (code, sentence) => {
  test('is told by the doctor', async () => {
    const said: string[] = [];
    const isWell = await examine({
      ...shared,
      config: config({ ...keys, VIPPS_API: 'epayment' }),
      line: aLine(code),
      say: (line) => said.push(line),
      signal: new AbortController().signal,
    });
    expect(isWell).toBe(false);
    expect(said[0]).toContain(sentence);
    expect(said[0]).toContain(`(${code})`);
    expect(said.join()).not.toContain('canary');
  });

  test('is told of the host of images, where no payment got as far as to ask it', async () => {
    const said: string[] = [];
    const host = 'images.example.com';
    const env = { ...keys, VIPPS_API: 'epayment', VIPPS_QR_IMAGE_HOSTS: `*.vipps.no, ${host}` };
    await examine({
      ...shared,
      config: config(env),
      line: aLine(code),
      say: (line) => said.push(line),
      signal: new AbortController().signal,
    });
    const theirs = sentence.replace('apitest.vipps.no', host);
    expect(said.at(-1)).toMatch(/^Images of codes: /);
    expect(said.at(-1)).toContain(theirs);
    expect(said.filter((one) => one.startsWith('Images of codes'))).toHaveLength(1);
  });

  test('is told by the start in the same words', async () => {
    const set = config(keys);
    const deps = { clock, random: () => 0, version: '0', observe: () => undefined };
    const asked = await connectVipps(set, deps, aLine(code)).warmUp();
    expect(notReachedNotice(asked, set)).toEqual([
      expect.stringMatching(/^Vipps MobilePay is not reached, and nothing can be sold until it is\. /),
    ]);
    expect(notReachedNotice(asked, set)[0]).toContain(sentence);
    expect(notReachedNotice([{ shops: ['shop'], are: 'unknown' }], set)).toEqual([]);
  });

  test('is told by setup in the same words, and leaves open whether the keys are good', async () => {
    const checked = await checkVipps(config(keys), { ...shared, line: aLine(code) });
    expect(checked).toMatchObject({ keys: 'unknown', apis: [] });
    expect(checked.said).toEqual([expect.stringContaining(sentence)]);
  });
});

test('the name of a proxy that is not found is told as such', async () => {
  const env = { ...keys, HTTPS_PROXY: 'http://kari:canary@proxy.example:8080' };
  const set = config(env);
  const line = aLine('ENOTFOUND', set.network.proxy);
  const { said } = await checkVipps(set, { ...shared, line });
  expect(new Set(names)).toEqual(
    new Set([
      'apitest.vipps.no',
      'images.example.com',
      'qr-generator-prod-app-service.azurewebsites.net',
      'proxy.example',
    ]),
  );
  expect(said.join()).toContain('The name of the proxy proxy.example:8080 is not found. Check HTTPS_PROXY.');
  expect(said.join()).not.toContain('canary');
});
