/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { displayBudget } from './client/build/display-budget.ts';
import { fontPreload } from './client/build/font-preload.ts';
import { pageGuard } from './client/build/page-guard.ts';
import { plainImports } from './client/build/plain-imports.ts';
import { sharedChunk } from './client/build/shared-chunk.ts';
import { buildTargets } from './client/build/supported-browsers.ts';
import { displayShell } from './client/display/kiosk/shell-files.ts';

// No router: the customer's screen, the cashier's tab and each page of staff load only what they need.
export default defineConfig({
  root: 'client',
  base: '/',
  plugins: [react(), plainImports(), pageGuard(), fontPreload(), displayBudget(), displayShell()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: buildTargets,
    cssTarget: buildTargets,
    assetsInlineLimit: 0,
    // A package brings the licences of what it is made of (server/launch/package).
    license: true,
    modulePreload: {
      polyfill: false,
      // A page names in its HTML what it loads at once; what comes later loads what it needs.
      resolveDependencies: (_, dependencies, { hostType }) => (hostType === 'html' ? dependencies : []),
    },
    rolldownOptions: {
      input: {
        display: 'client/display/index.html',
        'display-worker': 'client/display/kiosk/worker.ts',
        audit: 'client/audit/index.html',
        cashier: 'client/cashier/index.html',
        home: 'client/home/index.html',
        reconciliation: 'client/reconciliation/index.html',
        reports: 'client/reports/index.html',
        settings: 'client/settings/index.html',
        signIn: 'client/sign-in/index.html',
        staff: 'client/staff/index.html',
      },
      output: {
        codeSplitting: {
          groups: [sharedChunk(fileURLToPath(new URL('client/display/main.tsx', import.meta.url)))],
        },
        // A browser asks for a service worker by the name that it had before.
        entryFileNames: ({ name }) => (name === 'display-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
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
    // Of those that may run at once, most compute and a few wait.
    maxConcurrency: 10,
    // A busy machine takes its time; where all is well, no test waits for these.
    testTimeout: 600_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000, interval: 10 } },
  },
});
