// `npm pack` would make a package of the sources, which installs what they are built with and has no client.
console.error('The package that shops install is made by "npm run package".');
process.exitCode = 1;
