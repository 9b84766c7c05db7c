// How property tests run: the same stories every time, unless the environment asks for others.
import type { Parameters } from 'fast-check';

const asked = (name: string) => process.env[`PROPERTY_${name}`] || null;

/** `PROPERTY_SEED` brings other stories; with `PROPERTY_PATH` as well, both as a failure prints them, only that failure. */
export const seed = Number(asked('SEED') ?? 20261123);

/** Nobody has asked for other stories. */
export const isUsual = ['SEED', 'PATH', 'RUNS'].every((name) => asked(name) === null);

/** @param numRuns how many stories are tried; `PROPERTY_RUNS` asks for another number. */
export function runs<T>(numRuns: number): Parameters<T> {
  const path = asked('PATH');
  return { seed, numRuns: Number(asked('RUNS') ?? numRuns), ...(path && { path, endOnFailure: true }) };
}
