import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * The server is on the shop's own network, which a browser that calls itself offline may reach. A failed query is not retried:
 * the next poll comes anyway, so the failure is shown at once.
 */
const queries = { networkMode: 'always', retry: false } as const;

/** Renders a page into its `#root`. */
export function mount(page: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries } })}>
        {page}
      </QueryClientProvider>
    </StrictMode>,
  );
}
