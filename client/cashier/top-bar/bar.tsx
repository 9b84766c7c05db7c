import { useState } from 'react';
import { call } from '../../ui/api/api.ts';
import { signInAddress } from '../../ui/api/sign-in-address.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { useLock } from '../../ui/lock/use-lock.ts';
import { FailureNote } from '../../ui/parts/failure-note.tsx';
import { forgetRecents } from '../charge/use-recents.ts';
import { useStaff } from '../context/session-context.tsx';
import { useTexts } from '../context/texts.ts';
import { ScreenHealth } from '../displays/customer-screen.tsx';
import { Displays } from '../displays/displays.tsx';
import type { Health } from '../displays/health.ts';
import { Switches } from '../signals/switches.tsx';
import type { Signals } from '../signals/use-signals.ts';

type Props = {
  readonly offline: boolean;
  /** Whether a customer can pay now: nobody locks the page then, for the result would not be seen. */
  readonly isSelling: boolean;
  readonly health: Health;
  readonly signals: Signals;
};

/** The top of the tab: the till, the customer's screen, who works here, the signals, and the ways to other pages. */
export function Bar({ offline, isSelling, health, signals }: Props) {
  const { till, texts, app } = useTexts();
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
      <div className="bar">
        <h1>{till.name}</h1>
        <span>{app}</span>
        {!offline && <ScreenHealth health={health} />}
        <Ways
          signals={signals}
          isSigningOut={signOut.isPending}
          canLock={!isSelling && !lock.isPending}
          onLock={lock.run}
          onDisplays={() => showDisplays(true)}
          onSignOut={signOut.run}
        />
      </div>
      <FailureNote action={signOut} texts={texts.access} />
      <FailureNote action={lock} texts={texts.access} />
      <div role="status">
        {signals.isBlocked && <p className="lost">{texts.counter.notificationsBlocked}</p>}
      </div>
      <div role="status">{offline && <p className="lost">{texts.cashier.connectionLost}</p>}</div>
      {showsDisplays && <Displays onClose={() => showDisplays(false)} />}
    </>
  );
}

type WaysProps = {
  signals: Signals;
  isSigningOut: boolean;
  canLock: boolean;
  onLock: () => void;
  onDisplays: () => void;
  onSignOut: () => void;
};

function Ways({ signals, isSigningOut, canLock, onLock, onDisplays, onSignOut }: WaysProps) {
  const { cashier, displays, pages } = useTexts().texts;
  const { name, role } = useStaff();
  return (
    <nav>
      <span className="who">{cashier.signedInAs(name, role)}</span>
      <Switches signals={signals} />
      <button type="button" onClick={onDisplays}>
        {displays.title}
      </button>
      {role === 'manager' && (
        <>
          <a href="/reconciliation" target="_blank" rel="noopener">
            {pages.endOfDay}
          </a>
          <a href="/staff" target="_blank" rel="noopener">
            {pages.staff}
          </a>
          <a href="/settings" target="_blank" rel="noopener">
            {pages.settings}
          </a>
        </>
      )}
      <button type="button" disabled={!canLock} onClick={onLock}>
        {cashier.lock}
      </button>
      <button type="button" disabled={isSigningOut} onClick={onSignOut}>
        {isSigningOut ? cashier.signingOut : cashier.signOut}
      </button>
    </nav>
  );
}
