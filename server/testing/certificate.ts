// Certificates for tests, made afresh: no key of ours lies in any file.
import { generateKeyPairSync } from 'node:crypto';
import { forHosts, signCertificate } from '../http/tls/authority/sign-certificate.ts';

const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const hourMs = 3_600_000;

/**
 * For `tls.createServer`, for 127.0.0.1.
 * @param by itself, or an authority of which nobody has heard. @param hours from and to when it is good, from now.
 */
export function aCertificate(by: 'itself' | 'a stranger', [from, to]: [number, number] = [-1, 1]) {
  const keys = newKeys();
  const isOwn = by === 'itself';
  const cert = signCertificate({
    subject: 'vipps.example',
    issuer: isOwn ? 'vipps.example' : 'Nobody',
    publicKey: keys.publicKey,
    signer: isOwn ? keys : newKeys(),
    validity: { fromMs: Date.now() + from * hourMs, toMs: Date.now() + to * hourMs },
    extensions: [forHosts(['127.0.0.1'])],
  });
  return { cert, key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) };
}
