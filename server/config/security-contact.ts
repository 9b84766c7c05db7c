import type { EnvReader } from './env-reader.ts';

/** Where to tell of a weakness, as a URI (RFC 9116, section 2.5.3); null where the shop says nothing of it. */
export function readSecurityContact(read: EnvReader): string | null {
  const value = read.text('SECURITY_CONTACT');
  if (value === undefined) return null;
  if (/^(mailto:)?[\w.+-]+@[\w-]+(\.[\w-]+)+$/i.test(value))
    return `mailto:${value.replace(/^mailto:/i, '')}`;
  const isPhone = /^tel:\+[\d-]{5,20}$/.test(value);
  const isPage = /^https:\/\/[\x21-\x7e]+$/.test(value) && URL.canParse(value) && !/\/\/[^/]*@/.test(value);
  if (isPhone || isPage) return value;
  read.wrong('SECURITY_CONTACT', value, 'an e-mail address, or an address that begins with https: or tel:+');
  return null;
}
