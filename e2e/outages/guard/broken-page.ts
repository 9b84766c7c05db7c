// Pages that stop, and what the guard (client/guard) says then.
import type { Page } from 'playwright/test';
import type { Screen } from '../../contact-sheet/screen.ts';

export const stopped = (page: Page) => page.locator('[data-stopped]');

/** A till whose locale no browser understands, and whose name cannot be drawn. */
export async function breakTill({ page }: Screen): Promise<void> {
  await page.route('**/api/tills/1/payment*', async (route) => {
    const answer = await route.fetch();
    const body = await answer.json().catch(() => null);
    if (body === null) return route.fulfill({ response: answer });
    const till = { ...body.till, locale: '-', name: {} };
    return route.fulfill({ response: answer, json: { ...body, till } });
  });
}
