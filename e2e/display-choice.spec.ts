// What a customer has chosen lasts as long as the customer, and the words look as they should in every language.
import { expect, test } from './shop/fixtures.ts';

test('a language and larger text outlast a reload in the middle of a sale, and no longer', async ({
  shop,
  display,
  counter,
}) => {
  const html = display.locator('html');
  const large = display.getByRole('button', { name: /^(Larger text|Suurempi teksti)$/ });
  await counter.sell('24900');
  const current = display.getByRole('group', { name: 'Language' }).getByRole('button', { expanded: false });
  if (await current.isVisible()) await current.click();
  await display.getByRole('button', { name: 'Suomi' }).click();
  await expect(html).toHaveAttribute('lang', 'fi');
  await large.click();
  await expect(html).toHaveAttribute('data-large', '');

  await display.reload();
  await counter.shows('presented');
  await expect(html).toHaveAttribute('lang', 'fi');
  await expect(html).toHaveAttribute('data-large', '');

  const { body } = await shop.api('GET', `/tills/${shop.till}/payment`);
  await shop.phone.act((await shop.vipps.order(body.payment.reference)).phoneUrl, 'approve');
  await counter.shows('approved');
  await counter.charge('100');
  await counter.shows('presented');
  await expect(html).toHaveAttribute('lang', 'en');
  await display.reload();
  await counter.shows('presented');
  await expect(html).toHaveAttribute('lang', 'en');
  await expect(html).not.toHaveAttribute('data-large');
  expect(await display.evaluate(() => sessionStorage.length)).toBe(0);
});

test('a hyphen between the wallet and its word is no wider than a letter', async ({ display, counter }) => {
  await counter.charge('24900');
  await counter.shows('presented');
  const current = display.getByRole('group', { name: 'Language' }).getByRole('button', { expanded: false });
  if (await current.isVisible()) await current.click();
  await display.getByRole('button', { name: 'Suomi' }).click();
  await expect(display.locator('.what')).toHaveText('Kameralla tai Vipps-sovelluksella');
  const widths = await display.locator('.what').evaluate(({ firstChild }) => {
    const at = (index: number) => {
      const range = document.createRange();
      range.setStart(firstChild as Node, index);
      range.setEnd(firstChild as Node, index + 1);
      return range.getBoundingClientRect().width;
    };
    const text = firstChild?.textContent ?? '';
    return { hyphen: at(text.indexOf('-')), letter: at(text.indexOf('p')) };
  });
  expect(widths.hyphen).toBeLessThan(widths.letter);
});
