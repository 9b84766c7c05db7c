import { useState } from 'react';
import { failureOf } from '../ui/api/api.ts';
import { useShops } from '../ui/api/use-shops.ts';
import { ManagerPage } from '../ui/parts/manager-page.tsx';
import { NoticePage } from '../ui/parts/notice-page.tsx';
import { ShopChoice } from '../ui/parts/shop-choice.tsx';
import { StaffTrouble } from '../ui/parts/staff-trouble.tsx';
import { ProofProvider } from '../ui/proof/ask-pin.tsx';
import { localeFor, usualLocale } from '../ui/texts/languages.ts';
import type { SettingsTexts } from '../ui/texts/texts.ts';
import { type Spoken, useBrowserTexts } from '../ui/texts/use-texts.ts';
import { RoomView } from './room.tsx';
import { RoomsNav } from './rooms-nav.tsx';
import { SavingProvider } from './saving.tsx';
import { SettingsTextsProvider } from './settings-texts.ts';
import { settingsTexts } from './texts.ts';
import { useRoom } from './use-room.ts';
import { useSettings } from './use-settings.ts';

/** What managers set for their shop. */
export function Page() {
  const spoken = useBrowserTexts(settingsTexts);
  return spoken ? <Settings spoken={spoken} /> : <NoticePage icon="dots" />;
}

function Settings({ spoken }: { spoken: Spoken<SettingsTexts> }) {
  const { texts } = spoken;
  const { data: list, error } = useShops();
  const failure = error && failureOf(error);
  return (
    <ManagerPage name="settings" links={[]} failure={failure} texts={texts}>
      {list && <Shops list={list.shops} spoken={spoken} />}
    </ManagerPage>
  );
}

type ShopsProps = {
  readonly list: readonly { readonly id: string; readonly name: string | null }[];
  readonly spoken: Spoken<SettingsTexts>;
};

function Shops({ list, spoken: { language, texts } }: ShopsProps) {
  const [chosen, choose] = useState<string | null>(null);
  const shop = chosen ?? list[0]?.id ?? null;
  const { data: settings, error } = useSettings(shop);
  const room = useRoom();
  const locale = localeFor(language, settings?.tills[0]?.locale ?? usualLocale);
  return (
    <SettingsTextsProvider value={{ ...texts, locale }}>
      <StaffTrouble failure={error && failureOf(error)} texts={texts} />
      <div className="side">
        {list.length > 1 && shop !== null && (
          <ShopChoice label={texts.settings.shop} shops={list} chosen={shop} onChoose={choose} />
        )}
        <RoomsNav current={room} />
      </div>
      {settings ? (
        <ProofProvider texts={texts} reason={texts.settings.proof}>
          <SavingProvider key={settings.shop} settings={settings} room={room}>
            <RoomView room={room} />
          </SavingProvider>
        </ProofProvider>
      ) : (
        <p className="soft">{texts.settings.loading}</p>
      )}
    </SettingsTextsProvider>
  );
}
