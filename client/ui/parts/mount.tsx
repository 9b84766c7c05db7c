import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * The server is on the shop's own network, which a browser that calls itself offline may reach; and a page that polls asks again by
 * itself, so that a failure is said at once.
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
