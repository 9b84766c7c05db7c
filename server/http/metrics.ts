// What operators watch, in Prometheus' text format.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PaymentState } from '../contract/payments.ts';
import type { RefusalReason } from './connections.ts';

export type Metrics = {
  /** A call to Vipps: what it was for, how it ended, and how long it took in milliseconds. */
  observeCall(call: { name: string; outcome: string; tookMs: number }): void;
  countState(state: PaymentState): void;
  countRefused(reason: RefusalReason): void;
  /** Reads these when it is asked. */
  watch(read: { watched: () => number; held: () => number }): void;
  /** @returns what is to be sent, and its content type. */
  read(): Promise<{ contentType: string; text: string }>;
  watchConnections(count: () => Promise<number>): void;
  /** @param age of the last good backup, in seconds. */
  watchBackups(age: () => number): void;
  /** @param left until the certificate of this server expires, in seconds. */
  watchCertificate(left: () => number): void;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const calls = new Histogram({
    name: 'tillside_vipps_call_seconds',
    help: 'Calls to Vipps MobilePay',
    registers,
    labelNames: ['call', 'outcome'] as const,
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  });
  const states = new Counter({
    name: 'tillside_payment_states_total',
    help: 'Payments that came into a state',
    registers,
    labelNames: ['state'] as const,
  });
  const refused = new Counter({
    name: 'tillside_refused_connections_total',
    help: 'Connections that were refused or ended for the sake of a limit',
    registers,
    labelNames: ['reason'] as const,
  });
  function gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  }
  return {
    observeCall: ({ name, outcome, tookMs }) => calls.observe({ call: name, outcome }, tookMs / 1000),
    countState: (state) => states.inc({ state }),
    countRefused: (reason) => refused.inc({ reason }),
    watch({ watched, held }) {
      gauge('tillside_watched_payments', 'Payments that are being watched', watched);
      gauge('tillside_held_requests', 'Requests of screens that are held', held);
    },
    read: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
    watchBackups: (age) => gauge('tillside_backup_age_seconds', 'How old the last good backup is', age),
    watchCertificate: (left) =>
      gauge('tillside_certificate_seconds', 'Until the certificate of this server expires', left),
    watchConnections(count) {
      new Gauge({
        name: 'tillside_connections',
        help: 'Connections of clients that are open',
        registers,
        async collect() {
          this.set(await count());
        },
      });
    },
  };
}
