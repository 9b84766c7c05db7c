import { useState } from 'react';
import type { PaymentView } from '../../server/contract/payments.ts';
import type { Failure } from '../ui/api/api.ts';
import { useSession } from '../ui/api/session.ts';
import { NoticePage } from '../ui/parts/notice-page.tsx';
import { PlainHttpBanner } from '../ui/parts/plain-http-banner.tsx';
import { languageOf } from '../ui/texts/languages.ts';
import { useBrowserTexts, useLoadedTexts } from '../ui/texts/use-texts.ts';
import type { Deadlines } from '../ui/till/deadlines.ts';
import { EnvironmentBanner } from '../ui/till/environment-banner.tsx';
import { TillProvider } from '../ui/till/till-context.tsx';
import { useTill } from '../ui/till/use-till.ts';
import type { KeyMeaning } from './charge/keypad.ts';
import { useRecents } from './charge/use-recents.ts';
import { useSale } from './charge/use-sale.ts';
import { useShortcuts } from './charge/use-shortcuts.ts';
import { SessionProvider, useStaff } from './context/session-context.tsx';
import { cashierTexts, useTexts } from './context/texts.ts';
import { CurrentPayment } from './current/current-payment.tsx';
import { useFollowedPayment } from './current/use-followed-payment.ts';
import { useDisplays } from './displays/use-displays.ts';
import { attentionOf } from './payment/attention.ts';
import { useRefunds } from './refund/use-refunds.ts';
import { SearchDialog } from './search/search-dialog.tsx';
import { type Kind, Sell } from './sell-panel.tsx';
import { tabStateOf, tabTitleOf } from './signals/tab-state.ts';
import { useSignals } from './signals/use-signals.ts';
import { useTab } from './signals/use-tab.ts';
import { SlipByItself } from './slip/slip-by-itself.tsx';
import { isPayable } from './start/attempt.ts';
import { useSubscription } from './subscription/use-subscription.ts';
import { TillGone } from './till-gone.tsx';
import { type Opened, Today } from './today/today.tsx';
import { type Today as TodayNow, useRefresh, useToday } from './today/use-today.ts';
import { Bar } from './top-bar/bar.tsx';

/** The cashier's tab for one till. */
export function Cashier({ tillId }: { tillId: string }) {
  const { till, payment, deadlines, failure } = useTill(tillId);
  const { data: session } = useSession();
  const spoken = useLoadedTexts(cashierTexts, till && languageOf(till.locale));
  if (isShutOut(failure)) return <ShutOut failure={failure} />;
  if (!till || !session || !spoken) return <NoticePage icon="dots" />;
  return (
    <TillProvider till={till} spoken={spoken}>
      <SessionProvider session={session}>
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
  const said = failure === 'not_found' ? texts.trouble.tillGone : texts.common.noAccess;
  return <TillGone {...said} texts={texts} />;
}

/** Sets icon and title of the browser's tab by the payment in the middle column, or by payments that need attention. */
function useTabFor(payment: PaymentView | null, { payments, earlier }: TodayNow) {
  const { till, texts, money } = useTexts();
  const hasMatters = [...(payments ?? []), ...earlier].some((one) => attentionOf(one) !== null);
  const state = tabStateOf(payment, hasMatters);
  const amount = payment && payment.amount.value > 0 ? money(payment.amount.value) : '';
  useTab(state, tabTitleOf(state, amount, { tillName: till.name, texts: texts.counter.tab }));
}

type CounterProps = { current: PaymentView | null; deadlines: Deadlines | null; offline: boolean };

function Counter({ current, deadlines, offline }: CounterProps) {
  const { till, texts } = useTexts();
  const { name } = useStaff();
  const { recents, add } = useRecents(till.id, name);
  const shown = useFollowedPayment(current);
  const refresh = useRefresh(till.id);
  const refunds = useRefunds(refresh);
  const [charged, setCharged] = useState<readonly string[]>([]);
  const selling = useSale(till, current, (amountMinor, text, reference) => {
    add(amountMinor, text);
    setCharged((before) => [...before, reference]);
  });
  const subscribing = useSubscription(till, current);
  const [chosen, choose] = useState<Kind>('sale');
  const kind = till.subscriptions ? chosen : 'sale';
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const payment = shown.payment;
  const today = useToday(till.id, current ? `${current.reference} ${current.version}` : '');
  const { health } = useDisplays(till.id);
  const signals = useSignals(payment);
  const [finds, find] = useState(false);
  const [opened, open] = useState<Opened | null>(null);
  useTabFor(payment, today);
  const isLive = isPayable(payment);
  const asks = isLive && askedFor === payment?.reference;
  const ask = (open: boolean) => setAskedFor(open && payment ? payment.reference : null);

  useShortcuts((meaning: KeyMeaning) => {
    if (meaning.type === 'escape') {
      if (isLive) ask(!asks);
      else if (kind === 'sale') selling.clear();
    } else if (meaning.type === 'find') {
      find(true);
    } else if (kind === 'sale') {
      if (meaning.type === 'pad') selling.press(meaning.key);
      else selling.charge();
    }
  });

  return (
    <div className="cashier controls" data-sale={payment ? 'shown' : 'none'}>
      <header className="top">
        <EnvironmentBanner />
        <PlainHttpBanner texts={texts.plainHttp} />
        <Bar offline={offline} isSelling={isLive} health={health} signals={signals} />
      </header>
      <main className="columns">
        <Sell
          kind={kind}
          onKind={choose}
          selling={selling}
          subscribing={subscribing}
          recents={recents}
          current={current}
        />
        <CurrentPayment
          payment={payment}
          current={current}
          health={health}
          deadlines={deadlines}
          refunds={refunds}
          asks={asks}
          onAsk={ask}
          onChanged={refresh}
          onNewSale={shown.putAway}
          onOpen={(reference) => open({ reference, asksRefund: false })}
        />
        <Today
          today={today}
          refunds={refunds}
          shown={payment}
          opened={opened}
          onOpen={open}
          onChanged={refresh}
          onFind={() => find(true)}
        />
      </main>
      <SlipByItself charged={charged} payment={payment} />
      {finds && <SearchDialog refunds={refunds} onChanged={refresh} onClose={() => find(false)} />}
    </div>
  );
}
