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
  /** Has `server` show what takes its place. @returns `stop`. */
  keep(deps: Deps): { stop(): Promise<void> };
};

/** Where a pair comes from, at the start and each minute from then on. @throws CertificateUnusable */
export type PairSource = Pick<KeepDeps, 'noticeOf'> & { read: (nowMs: number) => Pair };

/** @throws CertificateUnusable */
export function certificateFrom({ read, noticeOf }: PairSource, nowMs: number): Certificate {
  const pair = read(nowMs);
  const notice = noticeOf(pair, nowMs);
  return {
    pair,
    notices: notice === null ? [] : [notice],
    keep({ server, clock, metrics, log }) {
      const use = (found: Pair) => {
        if (server instanceof TlsServer) server.setSecureContext(contextOf(found));
      };
      const readNow = () => read(clock.nowMs());
      const kept = keepCertificate({ pair, read: readNow, use, noticeOf, clock, log });
      metrics.watchCertificate(() => (kept.expiresMs() - clock.nowMs()) / 1000);
      return { stop: kept.stop };
    },
  };
}

/** Of somebody else's making. @throws CertificateUnusable */
export function openCertificate(files: PairFiles, nowMs: number): Certificate {
  return certificateFrom({ read: (atMs) => readPair(files, atMs), noticeOf: expiryNotice }, nowMs);
}
