// A certificate as an iPad takes it: a configuration profile with one payload (com.apple.security.root).
import type { X509Certificate } from 'node:crypto';
import { nameOf } from './name-of.ts';

/** The same for the same certificate, so that installing it again puts it in place of itself. */
function uuidFrom(certificate: X509Certificate, at: number): string {
  const hex = certificate.fingerprint256.replaceAll(':', '').slice(at, at + 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const string = (key: string, value: string) => `<key>${key}</key><string>${value}</string>`;

/** @returns XML. */
export function mobileProfile(root: X509Certificate): string {
  const [profile, payload] = [uuidFrom(root, 0), uuidFrom(root, 32)];
  const name = nameOf(root);
  const certificate = [
    string('PayloadType', 'com.apple.security.root'),
    '<key>PayloadVersion</key><integer>1</integer>',
    string('PayloadIdentifier', `tillside.authority.${payload}`),
    string('PayloadUUID', payload),
    string('PayloadDisplayName', name),
    string('PayloadCertificateFileName', 'tillside.crt'),
    `<key>PayloadContent</key><data>${root.raw.toString('base64')}</data>`,
  ];
  const all = [
    string('PayloadType', 'Configuration'),
    '<key>PayloadVersion</key><integer>1</integer>',
    string('PayloadIdentifier', `tillside.${profile}`),
    string('PayloadUUID', profile),
    string('PayloadDisplayName', name),
    `<key>PayloadContent</key><array><dict>${certificate.join('')}</dict></array>`,
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>${all.join('')}</dict></plist>
`;
}
