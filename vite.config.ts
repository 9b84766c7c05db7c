import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// No router: the customer's screen, the cashier's tab and each page of staff load only what they need.
export default defineConfig({
  root: 'client',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        display: 'client/display/index.html',
        cashier: 'client/cashier/index.html',
        reconciliation: 'client/reconciliation/index.html',
        signIn: 'client/sign-in/index.html',
        staff: 'client/staff/index.html',
      },
    },
  },
  test: {
    root: '.',
    include: ['server/**/*.test.ts', 'client/**/*.test.ts', 'e2e/**/*.test.ts'],
    environment: 'node',
    // Nothing else runs beside the unit tests.
    maxWorkers: '100%',
    // No test changes a module for another: loading each once for all files of a worker takes half the time.
    isolate: false,
  },
});
