import type { Failure } from '../ui/api/api.ts';
import { useSession } from '../ui/api/session.ts';
import { NoticePage } from '../ui/parts/notice-page.tsx';
import { languageOf } from '../ui/texts/languages.ts';
import { useBrowserTexts, useLoadedTexts } from '../ui/texts/use-texts.ts';
import { TillProvider } from '../ui/till/till-context.tsx';
import { useTill } from '../ui/till/use-till.ts';
import { SessionProvider } from './context/session-context.tsx';
import { cashierTexts } from './context/texts.ts';
import { Counter } from './counter.tsx';
import { TillGone } from './till-gone.tsx';

/** The cashier's tab for one till. */
export function Cashier({ tillId }: { tillId: string }) {
  const { till, payment, deadlines, failure } = useTill(tillId);
  const { data: session } = useSession();
  const spoken = useLoadedTexts(cashierTexts, till && languageOf(till.locale));
  if (isShutOut(failure)) return <ShutOut failure={failure} />;
  if (!till || !session || !spoken) return <NoticePage icon="dots" />;
  return (
    <TillProvider till={till} spoken={spoken}>
      <SessionProvider value={session}>
        <Counter current={payment} deadlines={deadlines} offline={failure !== null} />
      </SessionProvider>
    </TillProvider>
  );
}

const shutOut = ['not_found', 'not_signed_in', 'not_allowed'] as const;
type ShutOutFailure = (typeof shutOut)[number];
const isShutOut = (failure: Failure | null): failure is ShutOutFailure =>
  shutOut.some((one) => one === failure);

/** Says why the till cannot be shown, in the language of the browser. */
function ShutOut({ failure }: { failure: ShutOutFailure }) {
  const texts = useBrowserTexts(cashierTexts)?.texts;
  if (failure === 'not_signed_in') return <NoticePage icon="back" {...texts?.access.signedOut} />;
  if (!texts) return <NoticePage icon="alert" />;
  const said = failure === 'not_found' ? texts.trouble.tillGone : texts.access.noAccess;
  return <TillGone {...said} texts={texts} />;
}
