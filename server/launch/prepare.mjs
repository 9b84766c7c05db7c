// Runs before anything is installed, on whatever Node there is: old syntax here, and nothing loaded before the version is known.
const [major] = process.versions.node.split('.');

if (Number(major) < 18) {
  console.error(
    `Tillside needs Node 18 or newer to set itself up, and this is Node ${process.versions.node}: install a newer one from https://nodejs.org.`,
  );
  process.exitCode = 1;
} else {
  const words = process.argv.slice(2);
  import('./launch.mjs').then(({ launch }) => {
    process.exitCode = launch(process.cwd(), { dev: words.includes('dev'), build: words.includes('build') });
  });
}
