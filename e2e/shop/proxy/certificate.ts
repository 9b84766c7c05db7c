// A certificate for a test, made afresh: no key of ours lies in any file.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

export type CertificateFiles = { certificate: string; key: string; text: string };

/** @param folder into which its files are written. @param name of the host that it is for. */
export function makeCertificate(folder: string, name: string): CertificateFiles {
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const what = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`, '-days', '1'];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const files = ['-keyout', key, '-out', certificate];
  execFileSync('openssl', ['req', '-x509', ...kind, ...what, ...files], { stdio: 'pipe' });
  return { certificate, key, text: readFileSync(certificate, 'utf8') };
}
