import { expect, test } from 'vitest';
import { EnvReader } from './env-reader.ts';
import { readSecurityContact } from './security-contact.ts';

const readFrom = (SECURITY_CONTACT?: string) => {
  const read = new EnvReader({ SECURITY_CONTACT });
  return { contact: readSecurityContact(read), problems: read.problems };
};

test.each([
  [undefined, null],
  [' ', null],
  ['security@shop.example', 'mailto:security@shop.example'],
  ['mailto:security@shop.example', 'mailto:security@shop.example'],
  ['https://shop.example/security', 'https://shop.example/security'],
  ['tel:+47-12345678', 'tel:+47-12345678'],
])('%j is %j', (value, contact) => {
  expect(readFrom(value)).toEqual({ contact, problems: [] });
});

test.each([
  'security',
  'http://shop.example',
  'https://me:secret@shop.example',
  'a@b.no\nExpires: never',
  'tel:112',
])('%j is refused in a sentence', (value) => {
  const { contact, problems } = readFrom(value);
  expect(contact).toBeNull();
  expect(problems).toEqual([
    `SECURITY_CONTACT is "${value}"; it accepts an e-mail address, or an address that begins with https: or tel:+.`,
  ]);
});
