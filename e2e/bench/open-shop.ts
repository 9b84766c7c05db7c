import { ShopInBrowser } from '../shop/screens/shop-in-browser.ts';

/** What Vipps takes for an answer, in milliseconds. */
export const vippsAnswersMs = 50;

/** Two tills: one is the shop's, at the other the baselines sell. */
export async function openShop(): Promise<ShopInBrowser> {
  const inBrowser = await ShopInBrowser.open({ LOG_LEVEL: 'info' }, { tills: 2 });
  await inBrowser.shop.vipps.answersTake(vippsAnswersMs);
  return inBrowser;
}
