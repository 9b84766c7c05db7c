// Ends the program when what npm started it by has ended. The shell of a script may pass no signal on: without this, ending npm would leave
// the program behind. Windows tells the programs of a console itself.

const everyMs = 500;

if (process.env['npm_lifecycle_event'] !== undefined && process.platform !== 'win32') {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, everyMs).unref();
}
