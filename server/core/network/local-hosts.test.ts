import { expect, test } from 'vitest';
import { isLocalHost, machineLabel } from './local-hosts.ts';

test.each([
  '10.0.0.1',
  '172.31.255.254',
  '192.168.1.7',
  '100.64.0.1',
  '127.0.0.1',
  'fd00::2',
  '[fd00::2]',
  '::1',
  'localhost',
  'till.local',
  'a.b.local',
])('%s means something in a network of its own alone', (host) => {
  expect(isLocalHost(host)).toBe(true);
});

test.each(['11.0.0.1', '172.32.0.1', '192.0.2.7', '2001:db8::7', 'till', 'local.example', 'notlocal', ''])(
  '[P8] %j may be somewhere on the Internet',
  (host) => {
    expect(isLocalHost(host)).toBe(false);
  },
);

test.each([
  ['Till-PC', 'till-pc'],
  ['Kasses-Mac-mini.local', 'kasses-mac-mini'],
  ['till.shop.example', 'till'],
  ['KASSE_1', null],
  ['kassa-ä', null],
  ['-till', null],
  ['localhost', null],
  ['192.168.1.7', null],
  ['', null],
])('a machine called %j is known as %j', (hostname, label) => {
  expect(machineLabel(hostname)).toBe(label);
});
