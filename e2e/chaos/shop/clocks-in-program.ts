// Loaded before a program of a round: all its clocks go ahead together when it is told to, as if it had waited that long. What waits
// for a timer goes on waiting for it.
const signal = 'SIGUSR2';
const { CLOCKS_AHEAD_MS, CLOCKS_STEP_MS } = process.env;
let aheadMs = Number(CLOCKS_AHEAD_MS ?? 0);

const wall = Date.now;
const sinceStart = performance.now.bind(performance);
const sinceBoot = process.hrtime.bigint;
Date.now = () => wall() + aheadMs;
performance.now = () => sinceStart() + aheadMs;
process.hrtime.bigint = () => sinceBoot() + BigInt(aheadMs) * 1_000_000n;

process.on(signal, () => {
  aheadMs += Number(CLOCKS_STEP_MS);
  console.log(`Clocks are ${aheadMs} ms ahead.`);
});
