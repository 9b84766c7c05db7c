import { useState } from 'react';
import type { PaymentView } from '../../../server/contract/payments.ts';
import { call } from '../../ui/api/api.ts';
import { signInAddress } from '../../ui/api/sign-in-address.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { useLock } from '../../ui/lock/use-lock.ts';
import { FailureNote } from '../../ui/parts/failure-note.tsx';
import { forgetRecents } from '../charge/use-recents.ts';
import { useStaff } from '../context/session-context.tsx';
import { useTexts } from '../context/texts.ts';
import { CustomerScreen } from '../displays/customer-screen.tsx';
import { Displays } from '../displays/displays.tsx';
import type { Health } from '../displays/health.ts';
import { CashierIcon } from '../parts/cashier-icon.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import type { Signals } from '../signals/use-signals.ts';
import { Mark } from './mark.tsx';
import { More } from './more.tsx';

type Props = {
  /** What the till shows now. */
  readonly current: PaymentView | null;
  readonly offline: boolean;
  /** Whether a customer can pay now: nobody locks the page then, for the result would not be seen. */
  readonly isSelling: boolean;
  readonly health: Health;
  readonly signals: Signals;
  /** Whether the day is shown in place of the sale, where it has no room beside it. */
  readonly isDayShown: boolean;
  readonly onDay: () => void;
  readonly onFind: () => void;
};

/** The top of the tab, in one row: the till, what the customer sees, the ways to other things, who works here, and the lock. */
export function Bar({ current, offline, isSelling, health, signals, isDayShown, onDay, onFind }: Props) {
  const { till, texts } = useTexts();
  const { cashier, pages, finding } = texts;
  const { name, role } = useStaff();
  const [showsDisplays, showDisplays] = useState(false);
  const lock = useLock();
  // The next person signs in for the same till.
  const signOut = useAction(async () => {
    await call('/api/session', { method: 'DELETE' });
    forgetRecents();
    location.replace(signInAddress(location));
  });
  return (
    <>
      <div className="bar" data-away={offline}>
        <a className="mark" href="/" aria-label={pages.allTills} title={pages.allTills}>
          <Mark />
        </a>
        <h1>{till.name}</h1>
        {!offline && <CustomerScreen current={current} health={health} />}
        <nav>
          <button type="button" className="only-wide" onClick={onFind}>
            <CashierIcon name="find" />
            {finding.open}
            <KeyHint name="/" />
          </button>
          {role === 'manager' && (
            <a className="only-wide" href="/reconciliation" target="_blank" rel="noopener">
              {pages.endOfDay}
            </a>
          )}
          <button
            type="button"
            className="only-narrow"
            aria-label={cashier.today}
            aria-pressed={isDayShown}
            onClick={onDay}
          >
            <CashierIcon name="list" />
          </button>
          <More
            signals={signals}
            isSigningOut={signOut.isPending}
            onDisplays={() => showDisplays(true)}
            onSignOut={signOut.run}
          />
          <span className="who">
            <span className="avatar" aria-hidden="true">
              {[...name][0]?.toUpperCase()}
            </span>
            <span className="name">{cashier.signedInAs(name, role)}</span>
          </span>
          <button
            type="button"
            className="to-lock"
            aria-label={cashier.lock}
            title={cashier.lock}
            disabled={isSelling || lock.isPending}
            onClick={lock.run}
          >
            <CashierIcon name="lock" />
          </button>
        </nav>
        {/* In the place of what it makes untrue: no key moves for it, and it covers no payment. */}
        <div role="status">{offline && <p className="away">{cashier.connectionLost}</p>}</div>
      </div>
      <FailureNote action={signOut} texts={texts.access} />
      <FailureNote action={lock} texts={texts.access} />
      <div role="status">
        {signals.isBlocked && <p className="lost">{texts.counter.notificationsBlocked}</p>}
      </div>
      {showsDisplays && <Displays onClose={() => showDisplays(false)} />}
    </>
  );
}
