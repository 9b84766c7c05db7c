// The variables that say how many connections there may be.
import type { EnvReader } from './env-reader.ts';

/** What is set; null is as many as the tills take. */
export type ConnectionsConfig = {
  /** In all. */
  most: number | null;
  /** From one address that is no trusted proxy. */
  mostPerAddress: number | null;
};

/** Two screens, for each of which a browser opens up to six connections at once. */
const perTill = 12;
/** For staff, programs and Vipps. */
const others = 100;
/** For other addresses than one that takes all that it may. */
const elsewhere = 900;
const highest = 1_000_000;

function readNumber(read: EnvReader, name: string): number | null {
  const value = read.text(name);
  if (value === undefined) return null;
  if (/^\d{1,7}$/.test(value) && Number(value) >= 10 && Number(value) <= highest) return Number(value);
  read.wrong(name, value, `a number of connections, 10 to ${highest}`);
  return null;
}

export const readConnections = (read: EnvReader): ConnectionsConfig => ({
  most: readNumber(read, 'MAX_CONNECTIONS'),
  mostPerAddress: readNumber(read, 'MAX_CONNECTIONS_PER_ADDRESS'),
});

/** @param tills how many there are now: all their screens may come from the one address of a chain's network. */
export function connectionsFor(tills: number, { most, mostPerAddress }: ConnectionsConfig) {
  const usual = others + perTill * tills;
  return { most: most ?? usual + elsewhere, mostPerAddress: mostPerAddress ?? usual };
}
