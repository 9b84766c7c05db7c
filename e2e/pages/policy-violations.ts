import type { Page } from 'playwright/test';

/** @returns what the browser says from now on of what a page's Content-Security-Policy forbids; nothing where all is well. */
export function policyViolations(page: Page): string[] {
  const said: string[] = [];
  const note = (text: string) => {
    if (/content security policy|trusted ?type|trusted(html|script)/i.test(text)) said.push(text);
  };
  page.on('console', (message) => note(message.text()));
  page.on('pageerror', (error) => note(error.message));
  return said;
}
