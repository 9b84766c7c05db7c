import { describe, expect, test } from 'vitest';
import { tabletAddresses } from './tablet-addresses.ts';

const asked = (host: string, protocol = 'http', localPort = 3000) => ({
  protocol,
  headers: { host },
  socket: { localPort },
});
const publicUrl = new URL('https://till.shop.example');
const networkAddresses = ['192.0.2.7', '198.51.100.7', 'fd00::2'];
const none = { publicUrl: null, networkAddresses: [] };
const some = { publicUrl: null, networkAddresses };
const all = [
  'http://192.0.2.7:3000/display',
  'http://198.51.100.7:3000/display',
  'http://[fd00::2]:3000/display',
];

describe('a tablet is told', () => {
  test('the name that the shop has given the server, and nothing else', () => {
    const named = { publicUrl, networkAddresses };
    for (const host of ['127.0.0.1:3000', '192.0.2.7:3000', '203.0.113.1']) {
      expect(tabletAddresses(asked(host), named)).toEqual(['https://till.shop.example/display']);
    }
  });

  test('the address by which this browser has come first, where this machine does not know it', () => {
    expect(tabletAddresses(asked('203.0.113.1:8080'), some)).toEqual([
      'http://203.0.113.1:8080/display',
      ...all,
    ]);
    expect(tabletAddresses(asked('[fd00::9]', 'https'), none)).toEqual(['https://[fd00::9]/display']);
  });

  test('all addresses of the machine, the likeliest first, whichever of them this browser has used, and never its loopback', () => {
    for (const host of [
      '127.0.0.1:3000',
      'localhost:3000',
      '[::1]:3000',
      '198.51.100.7:3000',
      '[fd00:0::2]:3000',
    ]) {
      expect(tabletAddresses(asked(host), some)).toEqual(all);
    }
  });

  test('https where this server speaks it, and no port where there is no need of one', () => {
    const encrypted = { ...asked('localhost', 'https', 443), socket: { localPort: 443, encrypted: true } };
    const addresses = tabletAddresses(encrypted, { publicUrl: null, networkAddresses: ['192.0.2.7'] });
    expect(addresses).toEqual(['https://192.0.2.7/display']);
  });

  test('nothing while only this machine reaches the server', () => {
    expect(tabletAddresses(asked('127.0.0.1:3000'), none)).toEqual([]);
    const loopback = { publicUrl: new URL('http://localhost:3000'), networkAddresses: [] };
    expect(tabletAddresses(asked('127.0.0.1:3000'), loopback)).toEqual([]);
  });
});
