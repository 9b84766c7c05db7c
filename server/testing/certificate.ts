// Certificates for tests, made afresh: no key of ours lies in any file.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** One value of DER (X.690, 8.1): tag, length, contents. */
function der(tag: number, ...contents: Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  const short = body.length < 128;
  const length = short ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const bytes = (hex: string) => Buffer.from(hex, 'hex');
const ecdsaWithSha256 = sequence(der(0x06, bytes('2a8648ce3d040302')));
const commonName = der(0x06, bytes('550403'));
const alternativeName = der(0x06, bytes('551d11'));
const loopback = der(0x87, Buffer.from([127, 0, 0, 1]));

const nameOf = (name: string) => sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(name)))));

function timeOf(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replace(/\D/g, '').slice(0, 14);
  return der(0x18, Buffer.from(`${digits}Z`));
}

function signed(issuer: string, publicKey: KeyObject, signer: KeyObject, [fromMs, toMs]: [number, number]) {
  const extensions = der(0xa3, sequence(sequence(alternativeName, der(0x04, sequence(loopback)))));
  const facts = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    nameOf(issuer),
    sequence(timeOf(fromMs), timeOf(toMs)),
    nameOf('vipps.example'),
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', facts, signer)]);
  return sequence(facts, ecdsaWithSha256, der(0x03, signature));
}

const pem = (certificate: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const hourMs = 3_600_000;

/**
 * For `tls.createServer`, for 127.0.0.1.
 * @param by itself, or an authority of which nobody has heard. @param hours from and to when it is good, from now.
 */
export function aCertificate(by: 'itself' | 'a stranger', hours: [number, number] = [-1, 1]) {
  const { publicKey, privateKey } = newKey();
  const isOwn = by === 'itself';
  const signer = isOwn ? privateKey : newKey().privateKey;
  const [from, to] = hours.map((hour) => Date.now() + hour * hourMs) as [number, number];
  const cert = pem(signed(isOwn ? 'vipps.example' : 'Nobody', publicKey, signer, [from, to]));
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }) };
}
