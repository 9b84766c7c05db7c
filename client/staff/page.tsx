import { useQuery } from '@tanstack/react-query';
import { failureOf } from '../ui/api/api.ts';
import { ManagerPage } from '../ui/parts/manager-page.tsx';
import { NoticePage } from '../ui/parts/notice-page.tsx';
import { ProofProvider } from '../ui/proof/ask-pin.tsx';
import { localeFor, usualLocale } from '../ui/texts/languages.ts';
import type { StaffTexts } from '../ui/texts/texts.ts';
import { type Spoken, useBrowserTexts } from '../ui/texts/use-texts.ts';
import { fetchStaff } from './actions.ts';
import { Everybody } from './everybody.tsx';
import { StaffTextsProvider } from './staff-texts.ts';
import { staffTexts } from './texts.ts';

const refreshEveryMs = 15_000;

/** Who can sign in, for managers: add, give a new PIN, remove. */
export function Page() {
  const spoken = useBrowserTexts(staffTexts);
  return spoken ? <Staff spoken={spoken} /> : <NoticePage icon="dots" />;
}

function Staff({ spoken: { language, texts } }: { spoken: Spoken<StaffTexts> }) {
  const { data: list, error } = useQuery({
    queryKey: ['staff'],
    queryFn: fetchStaff,
    refetchInterval: refreshEveryMs,
  });
  const failure = error && failureOf(error);
  return (
    <ManagerPage name="staff" links={['settings', 'audit']} failure={failure} texts={texts}>
      <StaffTextsProvider value={{ ...texts, locale: localeFor(language, usualLocale) }}>
        <ProofProvider texts={texts} reason={texts.staff.proof}>
          <Everybody people={list?.staff ?? null} shops={list?.shops ?? []} />
        </ProofProvider>
      </StaffTextsProvider>
    </ManagerPage>
  );
}
