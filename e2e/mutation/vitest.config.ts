import { defineConfig } from 'vitest/config';
import { groupNamed } from './scope.ts';

// Stryker starts vitest by itself: only the environment tells which group's tests are meant.
const { tests } = groupNamed(process.env['MUTATION_GROUP']);

export default defineConfig({ test: { root: '.', include: tests, environment: 'node', isolate: false } });
