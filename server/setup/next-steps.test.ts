import { expect, test } from 'vitest';
import { config, shop } from '../testing/config.ts';
import { callsOf, nextSteps } from './next-steps.ts';

const onTablet = (env: Record<string, string>) =>
  nextSteps(config({ ...shop, ...env }), callsOf(undefined)).at(-1) ?? '';

test.each<[Record<string, string>, string]>([
  [{ TLS: 'auto', HOST: '0.0.0.0' }, 'open the address that npm start prints, with /trust behind it.'],
  [{ TLS: 'auto', HOST: '192.168.1.7' }, 'open http://192.168.1.7:3000/trust.'],
  [{ TLS: 'auto', PUBLIC_URL: 'https://till.local' }, 'open http://till.local:443/trust.'],
])('with an authority of the shop’s own a tablet first trusts it: %j', (env, where) => {
  expect(onTablet(env)).toContain(`${where} It shows how to trust this server, and then a code: enter it`);
});

test.each<[Record<string, string>, string]>([
  [{ HOST: '192.168.1.7' }, 'open http://192.168.1.7:3000/display.'],
  [
    { HOST: '::', TLS_CERT: 'a', TLS_KEY: 'b' },
    'open the address that npm start prints, with /display behind it.',
  ],
  [{ HOST: '192.168.1.7', TLS_CERT: 'a', TLS_KEY: 'b' }, 'open https://192.168.1.7:3000/display.'],
  [{ PUBLIC_URL: 'https://till.shop.example' }, 'open https://till.shop.example/display.'],
])('otherwise it opens its page at once: %j', (env, where) => {
  expect(onTablet(env)).toContain(`${where} It shows a code: enter it`);
});

test('a server that this machine alone reaches has no address for tablets', () => {
  expect(onTablet({})).toContain('run this again and choose how they reach it.');
});
