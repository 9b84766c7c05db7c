// Real money over plain http: only where somebody has said so, and then every page of staff says it.
import { expectFine, standard } from '../pages/expect-fine.ts';
import { expect, test } from '../pages/fixtures.ts';
import { refusal } from '../pages/scripted-api.ts';
import { Shop } from '../shop/shop.ts';

const texts = {
  nb: 'IKKE KRYPTERTAndre på nettverket kan lese PIN-koder. Kasseserveren trenger https.',
  da: 'IKKE KRYPTERETAndre på netværket kan læse pinkoder. Kasseserveren skal bruge https.',
  sv: 'INTE KRYPTERADAndra på nätverket kan läsa pinkoder. Kassaservern behöver https.',
  fi: 'EI SALATTUMuut verkon käyttäjät voivat lukea PIN-koodeja. Kassapalvelin tarvitsee https-yhteyden.',
  en: 'NOT ENCRYPTEDOthers on the network can read PINs. The till server needs https.',
};
const home = {
  environment: 'production',
  role: 'manager',
  tills: [{ id: '1', name: 'Till 1', shop: 'shop' }],
  phoneUrl: null,
  tabletAddresses: [],
  hasDisplay: true,
};
const ofStaff = ['/', '/cashier/1', '/staff', '/reconciliation', '/audit', '/settings'];

for (const plainHttp of [true, false]) {
  test(`[P8] every page of staff says ${plainHttp ? '' : 'nothing of it where it is not '}that what is typed on it is not encrypted`, async ({
    freshCashier: { page, url, api },
  }) => {
    api.answer('GET', /^\/api\/sign-in$/, () => ({
      json: { environment: 'production', demo: null, plainHttp },
    }));
    api.answer('GET', /^\/api\/home$/, () => ({ json: home }));
    api.answer('GET', /^\/api\/staff$/, () => ({ json: { staff: [], shops: ['shop'] } }));
    api.answer('GET', /^\/api\/audit$/, () => ({
      json: { entries: [], cursor: null, seal: { sequence: 0, hash: '' } },
    }));
    const banner = page.locator('.environment');
    for (const path of ofStaff) {
      const answered = page.waitForResponse((response) => response.url() === `${url}/api/sign-in`);
      await page.goto(url + path);
      await answered;
      await expect(page.locator('header').first()).toBeVisible();
      await expect(banner, path).toHaveCount(plainHttp ? 1 : 0);
      if (plainHttp) {
        await expect(banner, path).toHaveText(texts.en);
        await expectFine(page, path, standard);
      }
    }
    api.answer('GET', /^\/api\/session$/, () => ({ status: 401, json: refusal('not_signed_in') }));
    for (const path of ['/sign-in', '/set-up#token']) {
      await page.goto(url + path);
      await expect(page.locator('button[type=submit]')).toBeVisible();
      await expect(banner, path).toHaveCount(plainHttp ? 1 : 0);
      if (plainHttp) await expectFine(page, path, standard);
    }
  });
}

for (const [language, text] of Object.entries(texts)) {
  test(`staff read in ${language} that what they type is not encrypted`, async ({
    browser,
    freshCashier: { url, api },
  }) => {
    api.answer('GET', /^\/api\/sign-in$/, () => ({
      json: { environment: 'production', demo: null, plainHttp: true },
    }));
    api.answer('GET', /^\/api\/home$/, () => ({ json: home }));
    const context = await browser.newContext({ locale: language });
    const page = await context.newPage();
    await page.goto(url);
    await expect(page.locator('.environment')).toHaveText(text);
    await context.close();
  });
}

test('[P8] a shop with real money does not start over plain http, but where somebody has said so', async ({
  page,
}) => {
  const production = { VIPPS_ENVIRONMENT: 'production', HOST: '0.0.0.0' };
  await expect(Shop.open(production, { setUp: false })).rejects.toThrow(
    /Tillside did not start\.\nHOST is "0\.0\.0\.0" in production without an https PUBLIC_URL: .* ALLOW_PLAIN_HTTP=yes/,
  );
  const shop = await Shop.open({ ...production, ALLOW_PLAIN_HTTP: 'yes' }, { setUp: false });
  try {
    await page.goto(shop.setUpLink);
    await expect(page.locator('.environment')).toHaveText(texts.en);
  } finally {
    await shop.close();
  }
});
