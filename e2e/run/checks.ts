/** The checks that have no tests of their own: what Node is given to run each. */
export const checks = {
  biome: ['node_modules/@biomejs/biome/bin/biome', 'check'],
  imports: [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config',
    'dependency-cruiser.config.ts',
    'client',
    'server',
    'e2e',
  ],
  types: ['node_modules/typescript/bin/tsc', '-p', '.'],
} as const;
