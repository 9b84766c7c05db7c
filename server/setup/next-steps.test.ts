import { expect, test } from 'vitest';
import { config, shop } from '../testing/config.ts';
import { callsOf, nextSteps } from './next-steps.ts';

test.each([
  [undefined, 'npm run doctor', 'npm start     '],
  ['npx tillside', 'npx tillside doctor', 'npx tillside       '],
  ['npx ./tillside.tgz', 'npx ./tillside.tgz doctor', 'npx ./tillside.tgz       '],
])('what comes next is called as the setup was: %s', (calledAs, doctor, start) => {
  const everywhere = config({ ...shop, HOST: '0.0.0.0' });
  expect(nextSteps(everywhere, callsOf(calledAs)).slice(2)).toEqual([
    `  1. ${doctor}   tries out a whole payment of the least amount, and cancels it`,
    `  2. ${start}   prints the addresses, and a link that makes you the first manager`,
    expect.stringContaining(`the address that ${start.trim()} prints, with /display behind it`),
  ]);
});
