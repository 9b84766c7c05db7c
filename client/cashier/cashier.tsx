import { useState } from 'react';
import type { PaymentView } from '../../server/contract.ts';
import type { Deadlines } from '../ui/deadlines.ts';
import { EnvironmentBanner } from '../ui/environment-banner.tsx';
import { NoticePage } from '../ui/notice-page.tsx';
import { useSession } from '../ui/session.ts';
import { textsFor } from '../ui/texts/texts.ts';
import { TillProvider, useWords } from '../ui/till-context.tsx';
import { useTill } from '../ui/use-till.ts';
import { isPayable } from './attempt.ts';
import { Bar } from './bar.tsx';
import type { KeyMeaning } from './keypad.ts';
import { Now } from './now.tsx';
import { type Kind, Sell } from './sell.tsx';
import { SessionProvider } from './session-context.tsx';
import { Today } from './today.tsx';
import { useKeys } from './use-keys.ts';
import { useRefunds } from './use-refunds.ts';
import { useSale } from './use-sale.ts';
import { useShown } from './use-shown.ts';
import { useSubscription } from './use-subscription.ts';
import { useRefresh } from './use-today.ts';

/** The cashier's tab for one till. */
export function Cashier({ tillId }: { tillId: string }) {
  const { till, payment, deadlines, failure } = useTill(tillId);
  const { data: session } = useSession();
  const texts = textsFor(navigator.language);
  if (failure === 'not_found') return <NoticePage icon="alert" {...texts.unknownTill} />;
  if (failure === 'not_signed_in') return <NoticePage icon="back" {...texts.access.signedOut} />;
  if (failure === 'not_allowed') return <NoticePage icon="alert" {...texts.noAccess} />;
  if (!till || !session) return <NoticePage icon="dots" title={texts.connecting} />;
  return (
    <TillProvider till={till}>
      <SessionProvider session={session}>
        <Counter current={payment} deadlines={deadlines} offline={failure !== null} />
      </SessionProvider>
    </TillProvider>
  );
}

type CounterProps = { current: PaymentView | null; deadlines: Deadlines | null; offline: boolean };

function Counter({ current, deadlines, offline }: CounterProps) {
  const { till } = useWords();
  const shown = useShown(current);
  const refresh = useRefresh(till.id);
  const refunds = useRefunds(refresh);
  const selling = useSale(till, current);
  const subscribing = useSubscription(till, current);
  const [chosen, choose] = useState<Kind>('sale');
  const kind = till.subscriptions ? chosen : 'sale';
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const payment = shown.payment;
  const isLive = isPayable(payment);
  const asks = isLive && askedFor === payment?.reference;
  const ask = (open: boolean) => setAskedFor(open && payment ? payment.reference : null);

  useKeys((meaning: KeyMeaning) => {
    if (meaning.type === 'escape') {
      if (isLive) ask(!asks);
    } else if (kind === 'sale') {
      if (meaning.type === 'pad') selling.press(meaning.key);
      else selling.charge();
    }
  });

  return (
    <div className="cashier controls" data-sale={payment ? 'shown' : 'none'}>
      <header className="top">
        <EnvironmentBanner />
        <Bar offline={offline} />
      </header>
      <main className="columns">
        <Sell kind={kind} onKind={choose} selling={selling} subscribing={subscribing} current={current} />
        <Now
          payment={payment}
          deadlines={deadlines}
          refunds={refunds}
          asks={asks}
          onAsk={ask}
          onChanged={refresh}
          onNewSale={shown.putAway}
        />
        <Today
          stamp={current ? `${current.reference} ${current.version}` : ''}
          refunds={refunds}
          onChanged={refresh}
        />
      </main>
    </div>
  );
}
