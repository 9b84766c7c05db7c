import { useState } from 'react';
import { call } from '../ui/api.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { signInAddress } from '../ui/sign-in-address.ts';
import { useWords } from '../ui/till-context.tsx';
import { useAction } from '../ui/use-action.ts';
import { Displays } from './displays.tsx';
import { useStaff } from './session-context.tsx';

/** The top of the tab: the till, the connection, who works here, and the ways to other pages. */
export function Bar({ offline }: { offline: boolean }) {
  const { till, texts, app } = useWords();
  const [showsDisplays, showDisplays] = useState(false);
  // The next person signs in for the same till.
  const signOut = useAction(async () => {
    await call('/api/session', { method: 'DELETE' });
    location.replace(signInAddress(location));
  });
  return (
    <>
      <div className="bar">
        <h1>{till.name}</h1>
        <span>{app}</span>
        {!offline && <span className="health">{texts.cashier.connected}</span>}
        <Ways
          isSigningOut={signOut.isPending}
          onDisplays={() => showDisplays(true)}
          onSignOut={signOut.run}
        />
      </div>
      <FailureNote action={signOut} texts={texts.access} />
      <div role="status">{offline && <p className="lost">{texts.cashier.connectionLost}</p>}</div>
      {showsDisplays && <Displays onClose={() => showDisplays(false)} />}
    </>
  );
}

type WaysProps = { isSigningOut: boolean; onDisplays: () => void; onSignOut: () => void };

function Ways({ isSigningOut, onDisplays, onSignOut }: WaysProps) {
  const { access, reconciliation } = useWords().texts;
  const { name, role } = useStaff();
  return (
    <nav>
      <span className="who">{access.signedInAs(name, role)}</span>
      <button type="button" onClick={onDisplays}>
        {access.displays.title}
      </button>
      {role === 'manager' && (
        <>
          <a href="/reconciliation" target="_blank" rel="noopener">
            {reconciliation.title}
          </a>
          <a href="/staff" target="_blank" rel="noopener">
            {access.staff.title}
          </a>
        </>
      )}
      <button type="button" disabled={isSigningOut} onClick={onSignOut}>
        {isSigningOut ? access.signingOut : access.signOut}
      </button>
    </nav>
  );
}
