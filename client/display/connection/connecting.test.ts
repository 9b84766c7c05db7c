import { readFileSync } from 'node:fs';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Connecting } from './connecting.tsx';

test('the HTML holds what the page shows first, so that nothing changes when its script has loaded', () => {
  const html = readFileSync(new URL('../index.html', import.meta.url), 'utf8').replace(/\s*\n\s*/g, '');
  const drawn = renderToStaticMarkup(
    createElement(QueryClientProvider, { client: new QueryClient() }, createElement(Connecting)),
  );
  expect(html).toContain(`-->${drawn}</div>`);
});
