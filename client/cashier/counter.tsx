import { useState } from 'react';
import type { PaymentView } from '../../server/contract/payments.ts';
import { PlainHttpBanner } from '../ui/parts/plain-http-banner.tsx';
import type { Deadlines } from '../ui/till/deadlines.ts';
import { EnvironmentBanner } from '../ui/till/environment-banner.tsx';
import { hasOffers } from './charge/suggestions.tsx';
import { useShortcuts } from './charge/use-shortcuts.ts';
import { useTexts } from './context/texts.ts';
import { CurrentPayment } from './current/current-payment.tsx';
import { Stage } from './current/stage.tsx';
import { TurnedScreen } from './current/turned-screen.tsx';
import { useTurned } from './current/use-turned.ts';
import { useDisplays } from './displays/use-displays.ts';
import { attentionOf } from './payment/attention.ts';
import { useRefunds } from './refund/use-refunds.ts';
import { SearchDialog } from './search/search-dialog.tsx';
import { Sell } from './sell-panel.tsx';
import { tabStateOf, tabTitleOf } from './signals/tab-state.ts';
import { useSignals } from './signals/use-signals.ts';
import { useTab } from './signals/use-tab.ts';
import { SlipByItself } from './slip/slip-by-itself.tsx';
import { isPayable } from './start/attempt.ts';
import { type Opened, Today } from './today/today.tsx';
import { type Today as TodayNow, useRefresh, useToday } from './today/use-today.ts';
import { Bar } from './top-bar/bar.tsx';
import { useSelling } from './use-selling.ts';
import { useSide } from './use-side.ts';

/** Sets icon and title of the browser's tab by the payment in the middle column, or by payments that need attention. */
function useTabFor(payment: PaymentView | null, { payments, earlier }: TodayNow) {
  const { till, texts, money } = useTexts();
  const hasMatters = [...(payments ?? []), ...earlier].some((one) => attentionOf(one) !== null);
  const state = tabStateOf(payment, hasMatters);
  const amount = payment && payment.amount.value > 0 ? money(payment.amount.value) : '';
  useTab(state, tabTitleOf(state, amount, { tillName: till.name, texts: texts.counter.tab }));
}

type Props = { current: PaymentView | null; deadlines: Deadlines | null; offline: boolean };

/** All of the tab: keying in, the sale that counts, and the day. `current` is what the till shows now. */
export function Counter({ current, deadlines, offline }: Props) {
  const { till, texts } = useTexts();
  const refresh = useRefresh(till.id);
  const refunds = useRefunds(refresh);
  const side = useSide();
  const sale = useSelling(current, side.close);
  const { payment, shown, past, recents, selling, again } = sale;
  const today = useToday(till.id, current ? `${current.reference} ${current.version}` : '');
  const { health } = useDisplays(till.id);
  const signals = useSignals(payment);
  const turned = useTurned(till.id, current);
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const [finds, find] = useState(false);
  const [opened, open] = useState<Opened | null>(null);
  const isLive = isPayable(payment);
  const asks = isLive && askedFor === payment?.reference;
  const ask = (asked: boolean) => setAskedFor(asked && payment ? payment.reference : null);
  const beside = side.besides(shown);
  const openDetails = (reference: string) => open({ reference, asksRefund: false });
  useTabFor(shown, today);
  useShortcuts((meaning) => {
    if (meaning.type === 'find') return find(true);
    if (meaning.type === 'escape' && isLive) return ask(!asks);
    if (sale.kind !== 'sale') return;
    if (meaning.type === 'escape') selling.clear();
    else if (meaning.type === 'pad') selling.press(meaning.key);
    else sale.enter();
  });

  return (
    <div className="cashier controls" data-view={beside ?? (shown ? 'sale' : 'sell')}>
      <header className="top">
        <EnvironmentBanner />
        <PlainHttpBanner texts={texts.plainHttp} />
        <Bar
          current={current}
          offline={offline}
          isSelling={isLive}
          health={health}
          signals={signals}
          isDayShown={beside === 'day'}
          onDay={() => side.show(beside === 'day' ? null : 'day', shown)}
          onFind={() => find(true)}
        />
      </header>
      <main className="floor">
        <Sell
          kind={sale.kind}
          onKind={sale.choose}
          selling={selling}
          subscribing={sale.subscribing}
          current={current}
          onEnter={sale.enter}
          onOffers={hasOffers(recents) ? () => side.show('offers', shown) : null}
        />
        <Stage
          shown={shown}
          past={past}
          recents={recents}
          selling={selling}
          onBack={side.close}
          onRepeat={sale.repeat}
          onOpen={openDetails}
        >
          {shown && !turned.isTurned && (
            <CurrentPayment
              payment={shown}
              health={health}
              deadlines={deadlines}
              refunds={refunds}
              again={again}
              isEnterAgain={sale.isEnterAgain}
              asks={asks}
              onAsk={ask}
              onChanged={refresh}
              onChange={() => sale.repeat(shown)}
              onNewSale={sale.putAway}
              onTurn={() => turned.turn(shown.reference)}
              onOpen={openDetails}
            />
          )}
        </Stage>
        <Today
          today={today}
          refunds={refunds}
          shown={payment}
          opened={opened}
          onOpen={open}
          onChanged={refresh}
          onFind={() => find(true)}
          onRepeat={sale.repeat}
        />
      </main>
      <SlipByItself charged={sale.charged} payment={payment} />
      {finds && (
        <SearchDialog
          refunds={refunds}
          onChanged={refresh}
          onClose={() => find(false)}
          onRepeat={sale.repeat}
        />
      )}
      {turned.isTurned && current && <TurnedScreen payment={current} onBack={turned.turnBack} />}
    </div>
  );
}
