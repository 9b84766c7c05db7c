// One X.509 certificate (RFC 5280) for a key of an elliptic curve, and what may stand in it.
import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';
import {
  addressBytes,
  bits,
  integer,
  objectId,
  octets,
  retagged,
  sequence,
  setOf,
  tagged,
  text,
  time,
  yes,
} from './der.ts';

export type Validity = { fromMs: number; toMs: number };
type Extension = Buffer;

const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'));
const version3 = tagged(0, integer(Buffer.from([2])));

const nameOf = (commonName: string) => sequence(setOf(sequence(objectId('2.5.4.3'), text(commonName))));
const spkiOf = (key: KeyObject) => key.export({ type: 'spki', format: 'der' });
/** RFC 7093, section 2, method 4. */
const keyIdOf = (key: KeyObject) => createHash('sha256').update(spkiOf(key)).digest().subarray(0, 20);

const extension = (id: string, value: Buffer): Extension => sequence(objectId(id), octets(value));
/** Who does not understand it must not take the certificate. */
const critical = (id: string, value: Buffer): Extension => sequence(objectId(id), yes, octets(value));

/** @param below how many authorities may come between it and a server. */
export const isAuthority = (below: number): Extension[] => [
  critical('2.5.29.19', sequence(yes, integer(Buffer.from([below])))),
  // It signs certificates, and lists of those that are no longer good.
  critical('2.5.29.15', bits(Buffer.from([0b0000_0110]), 1)),
];

export const isServer: readonly Extension[] = [
  critical('2.5.29.19', sequence()),
  critical('2.5.29.15', bits(Buffer.from([0b1000_0000]), 7)),
];

/** Good for servers, and for no mail and no programs. */
export const forServers: Extension = extension('2.5.29.37', sequence(objectId('1.3.6.1.5.5.7.3.1')));

const dnsName = (name: string) => retagged(2, Buffer.from(name, 'ascii'));

/** @param hosts names and addresses of the server. */
export const forHosts = (hosts: readonly string[]): Extension =>
  extension(
    '2.5.29.17',
    sequence(...hosts.map((host) => (isIP(host) === 0 ? dnsName(host) : retagged(7, addressBytes(host))))),
  );

function subnet([address, ones]: readonly [address: string, bits: number]): Buffer {
  const base = addressBytes(address);
  const mask = base.map((_, at) => (0xff00 >> Math.min(8, Math.max(0, ones - 8 * at))) & 0xff);
  return retagged(7, Buffer.concat([base, mask]));
}

/** What it signs is good for these alone (section 4.2.1.10). @param domains each with all below it. */
export const onlyFor = (
  domains: readonly string[],
  subnets: readonly (readonly [address: string, bits: number])[],
): Extension =>
  critical(
    '2.5.29.30',
    sequence(tagged(0, ...[...domains.map(dnsName), ...subnets.map(subnet)].map((one) => sequence(one)))),
  );

/** Positive, and with a first byte that cannot be left out. */
function newSerial(): Buffer {
  return integer(Buffer.concat([Buffer.from([0x40]), randomBytes(15)]));
}

export type Request = {
  subject: string;
  issuer: string;
  publicKey: KeyObject;
  /** Of the issuer. */
  signer: { publicKey: KeyObject; privateKey: KeyObject };
  validity: Validity;
  extensions: readonly Extension[];
};

/** @returns PEM. */
export function signCertificate(request: Request): string {
  const { subject, issuer, publicKey, signer, validity, extensions } = request;
  const subjectKey = extension('2.5.29.14', octets(keyIdOf(publicKey)));
  const issuerKey = extension('2.5.29.35', sequence(retagged(0, keyIdOf(signer.publicKey))));
  const facts = sequence(
    version3,
    newSerial(),
    ecdsaWithSha256,
    nameOf(issuer),
    sequence(time(validity.fromMs), time(validity.toMs)),
    nameOf(subject),
    spkiOf(publicKey),
    tagged(3, sequence(...extensions, subjectKey, issuerKey)),
  );
  const signed = sequence(facts, ecdsaWithSha256, bits(sign('sha256', facts, signer.privateKey)));
  const lines = signed.toString('base64').replaceAll(/.{64}/g, '$&\n').trimEnd();
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
