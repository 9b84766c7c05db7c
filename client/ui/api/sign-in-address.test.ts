import { expect, test } from 'vitest';
import { destinationOf, signInAddress } from './sign-in-address.ts';

const to = (path: string) => destinationOf(`?${new URLSearchParams({ to: path })}`);

test.each(['/', '/cashier/1', '/reconciliation?date=2026-03-02', '/staff#new', '/cashier/b%C3%A5r'])(
  'after signing in, the way leads to %s',
  (path) => {
    expect(to(path)).toBe(path);
  },
);

test.each([
  '',
  'cashier/1',
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example/',
  '\\/elsewhere.example/',
  '/\t/elsewhere.example/',
  '/\n/elsewhere.example/',
  '\t//elsewhere.example/',
  ' //elsewhere.example/',
  '/.//elsewhere.example/',
  '/a/..//elsewhere.example/',
  'javascript:alert(1)',
  '/sign-in',
  '/sign-in?to=/sign-in',
])('the sign-in page redirects to no other server and to no invalid path: %j', (path) => {
  expect(to(path)).toBe('/');
});

test('without a destination there is the list of tills', () => {
  expect(destinationOf('')).toBe('/');
  expect(destinationOf('?from=/cashier/1')).toBe('/');
});

test('the address of the sign-in page names the way back', () => {
  const address = signInAddress({ pathname: '/reconciliation', search: '?date=2026-03-02&a=b' });
  const { pathname, search } = new URL(address, 'http://till.example');
  expect(pathname).toBe('/sign-in');
  expect(destinationOf(search)).toBe('/reconciliation?date=2026-03-02&a=b');
});
