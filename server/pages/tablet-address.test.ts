import { describe, expect, test } from 'vitest';
import { addressForTablets } from './tablet-address.ts';

const asked = (host: string, protocol = 'http') => ({
  protocol,
  headers: { host },
  socket: { localPort: 3000 },
});
const publicUrl = new URL('https://till.shop.example');
const none = { publicUrl: null, networkAddress: null };

describe('a tablet is told', () => {
  test('the name that the shop has given the server', () => {
    const addresses = { publicUrl, networkAddress: '192.0.2.7' };
    expect(addressForTablets(asked('127.0.0.1:3000'), addresses)).toBe('https://till.shop.example');
    expect(addressForTablets(asked('192.0.2.7:3000'), addresses)).toBe('https://till.shop.example');
  });

  test('the address by which this browser has come, where that leads here from elsewhere too', () => {
    expect(addressForTablets(asked('198.51.100.1:3000'), none)).toBe('http://198.51.100.1:3000');
    expect(addressForTablets(asked('[fd00::2]', 'https'), none)).toBe('https://[fd00::2]');
  });

  test('the address of the machine on its network, never its loopback', () => {
    for (const host of ['127.0.0.1:3000', 'localhost:3000', '[::1]:3000']) {
      const networkAddress = '192.0.2.7';
      expect(addressForTablets(asked(host), { publicUrl: null, networkAddress })).toBe(
        'http://192.0.2.7:3000',
      );
    }
    const networkAddress = 'fd00::2';
    expect(addressForTablets(asked('localhost'), { publicUrl: null, networkAddress })).toBe(
      'http://[fd00::2]:3000',
    );
  });

  test('nothing while only this machine reaches the server', () => {
    expect(addressForTablets(asked('127.0.0.1:3000'), none)).toBeNull();
    const loopback = { publicUrl: new URL('http://localhost:3000'), networkAddress: null };
    expect(addressForTablets(asked('127.0.0.1:3000'), loopback)).toBeNull();
  });
});
