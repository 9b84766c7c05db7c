// By which addresses a tablet may find this machine, on machines with more networks than one.
import { describe, expect, test } from 'vitest';
import { type Interfaces, networkAddresses, readNetworkAddresses } from './network-addresses.ts';

const v4 = (address: string, internal = false) => ({ address, internal, family: 'IPv4' as const });
const v6 = (address: string, internal = false) => ({ address, internal, family: 'IPv6' as const });
/** As a machine has it that runs containers, is in a VPN, and has a cable and Wi-Fi. */
const interfaces: Interfaces = {
  lo: [v4('127.0.0.1', true), v6('::1', true)],
  docker0: [v4('172.17.0.1')],
  'br-4f1c': [v4('172.18.0.1')],
  'vEthernet (WSL)': [v4('172.30.0.1')],
  tun0: [v4('10.8.0.2')],
  eth0: [v4('192.0.2.7'), v6('2001:db8::7'), v6('fe80::1')],
  wlan0: [v4('198.51.100.7'), v4('169.254.3.4')],
};

describe('a tablet is told', () => {
  test('all addresses that can be of its network: no loopback, no containers, what is a VPN last', () => {
    expect(networkAddresses('0.0.0.0', interfaces)).toEqual(['192.0.2.7', '198.51.100.7', '10.8.0.2']);
  });

  test('first that with which this machine goes out, be it a VPN', () => {
    expect(networkAddresses('0.0.0.0', interfaces, ['198.51.100.7'])).toEqual([
      '198.51.100.7',
      '192.0.2.7',
      '10.8.0.2',
    ]);
    expect(networkAddresses('0.0.0.0', interfaces, ['10.8.0.2'])[0]).toBe('10.8.0.2');
  });

  test('addresses of IPv6 only where the server listens there, without those of one wire', () => {
    expect(networkAddresses('::', interfaces, ['192.0.2.7', '2001:db8::7'])).toEqual([
      '192.0.2.7',
      '2001:db8::7',
      '198.51.100.7',
      '10.8.0.2',
    ]);
  });

  test('the one address on which the server listens, or none', () => {
    expect(networkAddresses('192.0.2.9', interfaces)).toEqual(['192.0.2.9']);
    expect(networkAddresses('2001:db8::9', interfaces)).toEqual(['2001:db8::9']);
    expect(networkAddresses('127.0.0.1', interfaces)).toEqual([]);
    expect(networkAddresses('0.0.0.0', {})).toEqual([]);
  });
});

test('the addresses of this machine are found, where it has some, and the way out of it is never waited for', async () => {
  expect(await readNetworkAddresses('127.0.0.1')).toEqual([]);
  for (const address of await readNetworkAddresses('::')) expect(address).toMatch(/^[\d.]+$|^[0-9a-f:]+$/i);
});
