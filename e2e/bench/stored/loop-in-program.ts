// Loaded before the server that is measured: on a signal it says for how long its event loop turned to nothing else since the last one,
// by the clock, and by what the processor did for it, which other programs on the machine do not lengthen.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const usedMs = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
let [last, longest] = [usedMs(), 0];
setInterval(() => {
  const now = usedMs();
  longest = Math.max(longest, now - last);
  last = now;
}, 1).unref();

process.on('SIGUSR2', () => {
  console.log(`Loop held for ${(delay.max / 1e6).toFixed(1)} ms, working for ${longest.toFixed(1)} ms.`);
  delay.reset();
  longest = 0;
});
