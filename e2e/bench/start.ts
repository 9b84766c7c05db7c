// How soon the server is ready, and what it uses while it is idle.
import { setTimeout as pause } from 'node:timers/promises';
import { median } from '../run/statistics.ts';
import { run } from '../shop/programs/process.ts';
import { Shop } from '../shop/shop.ts';
import { type Figure, megabytes, milliseconds } from './figure.ts';
import { residentMegabytes } from './usage.ts';

const starts = 11;
/** Times what a Node takes that only listens, which tells how fast the machine is. */
const goalTimes = 10;
const goalIdle = 120;
const idleForMs = 10_000;

/** The least that a server in Node is: it listens. */
const bare = [
  '--eval',
  "require('http').createServer().listen(0, '127.0.0.1', () => console.log('bare is ready'))",
];

async function bareStart(): Promise<{ tookMs: number; resident: number }> {
  const beganMs = performance.now();
  const program = await run(bare, {}, /ready/);
  const tookMs = performance.now() - beganMs;
  const resident = residentMegabytes(program.pid);
  await program.end('SIGKILL');
  return { tookMs, resident };
}

export async function measureStart(): Promise<Figure[]> {
  const shop = await Shop.open();
  try {
    const [tookMs, bareMs, bareMegabytes]: [number[], number[], number[]] = [[], [], []];
    for (let trial = 0; trial < starts; trial += 1) {
      await shop.stopServer('SIGTERM');
      const beganMs = performance.now();
      await shop.startServer();
      tookMs.push(performance.now() - beganMs);
      const least = await bareStart();
      bareMs.push(least.tookMs);
      bareMegabytes.push(least.resident);
    }
    await pause(idleForMs);
    const idle = residentMegabytes(shop.pid);
    const [start, floorMs, floorMegabytes] = [median(tookMs), median(bareMs), median(bareMegabytes)];
    return [
      {
        name: 'start to ready, installed and built',
        seen: milliseconds(start),
        goal: `≤ ${goalTimes} times a Node that listens`,
        holds: start <= goalTimes * floorMs,
        floor: `Node that listens ${milliseconds(floorMs)}`,
        baseline: '',
        ratio: { value: start / floorMs, better: 'lower' },
      },
      {
        name: 'memory, idle',
        seen: megabytes(idle),
        goal: `≤ ${goalIdle} MB`,
        holds: idle <= goalIdle,
        floor: `Node that listens ${megabytes(floorMegabytes)}`,
        baseline: '',
        ratio: { value: idle / floorMegabytes, better: 'lower' },
      },
    ];
  } finally {
    await shop.close();
  }
}
