import type { X509Certificate } from 'node:crypto';

/** What a device lists an authority of ours as: letters, digits, spaces and hyphens alone. */
export const nameOf = ({ subject }: Pick<X509Certificate, 'subject'>): string =>
  subject.replace(/^CN=/, '').replaceAll(/[^\w -]/g, '');
