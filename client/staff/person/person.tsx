import { useState } from 'react';
import type { StaffView } from '../../../server/contract/access.ts';
import { useStaffTexts } from '../staff-texts.ts';
import { Locked } from './locked.tsx';
import { NewPin } from './new-pin.tsx';
import { RemovePerson } from './remove-person.tsx';
import { SignedIn } from './signed-in.tsx';

type Props = {
  readonly person: StaffView;
  /** Whether there is more than one shop: then the shop of the person is shown. */
  readonly hasShops: boolean;
  readonly onDone: (said: string) => void;
};

/** One person, and what a manager can do about them; one thing at a time. */
export function Person({ person, hasShops, onDone }: Props) {
  const { access, staff, locale } = useStaffTexts();
  const [doing, setDoing] = useState<'nothing' | 'pin' | 'remove'>('nothing');
  const { name, role, shop, lastSignInAt, lockedAt } = person;
  const rest = () => setDoing('nothing');
  const done = (said: string) => {
    rest();
    onDone(said);
  };
  const momentText = (iso: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
  return (
    <li>
      <p className="name">
        <b>{name}</b>
        <span className="tag" data-tone={role === 'manager' ? undefined : 'calm'}>
          {access.roles[role]}
        </span>
        {(hasShops || shop !== null) && <span className="soft">{shop ?? staff.allShops}</span>}
      </p>
      <p className="soft">
        {lastSignInAt ? staff.lastSignIn(momentText(lastSignInAt)) : staff.neverSignedIn}
      </p>
      <SignedIn staffId={person.id} momentText={momentText} onDone={onDone} />
      {lockedAt && <Locked person={person} since={momentText(lockedAt)} onDone={onDone} />}
      {doing === 'nothing' && (
        <div className="answers">
          <button type="button" className="quiet" onClick={() => setDoing('pin')}>
            {staff.newPin}
          </button>
          <button type="button" className="quiet" onClick={() => setDoing('remove')}>
            {staff.remove}
          </button>
        </div>
      )}
      {doing === 'pin' && <NewPin person={person} onBack={rest} onDone={done} />}
      {doing === 'remove' && <RemovePerson person={person} onBack={rest} onDone={done} />}
    </li>
  );
}
