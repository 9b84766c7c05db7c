// A certificate and its key in files: what is taken, and the sentence for each thing that is wrong with them.
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCertificate } from '../../testing/certificate.ts';
import { aFolderWith, waysToSave } from '../../testing/files/written-files.ts';
import { readPair } from './pair.ts';

const good = aCertificate('itself');
const other = aCertificate('itself');
const hourMs = 3_600_000;
const locked = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
  cipher: 'aes-256-cbc',
  passphrase: 'canary',
});

function read(files: Record<string, string | Buffer>) {
  const folder = aFolderWith(files);
  const paths = { certFile: join(folder, 'cert'), keyFile: join(folder, 'key') };
  return readPair(paths, Date.now());
}

test.each(waysToSave)('is taken with its chain, however the files were saved: %s', (_, save) => {
  const cert = save(`Subject: this server\n${good.cert}${other.cert}`.split('\n'));
  const pair = read({ cert, key: save(String(good.key).split('\n')) });
  const found = pair.cert.split(/(?<=END CERTIFICATE-----)\n/).map((pem) => new X509Certificate(pem).raw);
  expect(found).toEqual([good.cert, other.cert].map((pem) => new X509Certificate(pem).raw));
  expect(Math.abs(pair.validToMs - Date.now() - hourMs)).toBeLessThan(60_000);
});

test.each<[string, Record<string, string | Buffer>, RegExp]>([
  ['no certificate', { key: good.key }, /^TLS_CERT: .*cert cannot be read \(ENOENT\)\. It accepts a PEM/],
  ['no key', { cert: good.cert }, /^TLS_KEY: .*key cannot be read \(ENOENT\)\. It accepts a PEM file\.$/],
  ['an empty certificate', { cert: '', key: good.key }, /^TLS_CERT is ".*cert"; it accepts a PEM file/],
  ['a key for a certificate', { cert: good.key, key: good.key }, /^TLS_CERT is ".*cert"; it accepts a PEM/],
  [
    'a certificate in its binary form',
    { cert: new X509Certificate(good.cert).raw, key: good.key },
    /^TLS_CERT: .* It accepts a PEM file\.$/,
  ],
  [
    'a damaged chain',
    { cert: `${good.cert}${other.cert.replace(/\n..../, '\nAAAA')}`, key: good.key },
    /^TLS_CERT is ".*cert"; it accepts a PEM file with the certificate of this server, and its chain/,
  ],
  [
    'no key in the key file',
    { cert: good.cert, key: 'canary' },
    /^TLS_KEY is ".*key"; it accepts a PEM file/,
  ],
  [
    'a locked key',
    { cert: good.cert, key: locked },
    /^TLS_KEY is ".*key"; .* that no passphrase protects\.$/,
  ],
  ['a key of another', { cert: good.cert, key: other.key }, /^The key in .*key \(TLS_KEY\) does not fit the/],
  [
    'the chain before the certificate',
    { cert: `${other.cert}${good.cert}`, key: good.key },
    /does not fit .* The certificate of this server comes first/,
  ],
])('[P8] is refused in a sentence: %s', (_, files, sentence) => {
  expect(() => read(files)).toThrow(sentence);
  expect(() => read(files)).not.toThrow(/canary|BEGIN/);
});

test.each<[string, [number, number], RegExp]>([
  ['expired', [-2, -1], /^The certificate in .*cert \(TLS_CERT\) expired on \d{4}-\d\d-\d\d\.$/],
  ['not good yet', [1, 2], /\(TLS_CERT\) is good from \d{4}-\d\d-\d\d only\. Check the clock/],
])('[P8] is refused where no browser would take it: %s', (_, hours, sentence) => {
  const { cert, key } = aCertificate('itself', hours);
  expect(() => read({ cert, key })).toThrow(sentence);
});
