// The certificate of a server, from its start to its stop.
import { Server as TlsServer } from 'node:tls';
import type { Metrics } from '../metrics.ts';
import { expiryNotice, type KeepDeps, keepCertificate } from './keep-certificate.ts';
import { type Pair, type PairFiles, readPair } from './pair.ts';
import { contextOf } from './tls-server.ts';

type Deps = Pick<KeepDeps, 'clock' | 'log'> & { server: object; metrics: Pick<Metrics, 'watchCertificate'> };

export type Certificate = {
  pair: Pair;
  /** What the person who starts the server should see to, each a sentence. */
  notices: string[];
  /** Has `server` show what comes to lie in the files. @returns `stop`. */
  keep(deps: Deps): { stop(): Promise<void> };
};

/** @throws CertificateUnusable */
export function openCertificate(files: PairFiles, nowMs: number): Certificate {
  const pair = readPair(files, nowMs);
  const notice = expiryNotice(pair, nowMs);
  return {
    pair,
    notices: notice === null ? [] : [notice],
    keep({ server, clock, metrics, log }) {
      const use = (found: Pair) => {
        if (server instanceof TlsServer) server.setSecureContext(contextOf(found));
      };
      const read = () => readPair(files, clock.nowMs());
      const { stop, expiresMs } = keepCertificate({ pair, read, use, clock, log });
      metrics.watchCertificate(() => (expiresMs() - clock.nowMs()) / 1000);
      return { stop };
    },
  };
}
