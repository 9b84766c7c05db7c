import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { StaffView } from '../../server/contract/access.ts';
import { AddPerson } from './add-person.tsx';
import { Person } from './person.tsx';
import { useStaffTexts } from './staff-texts.ts';

type Props = {
  /** Null until they are known. */
  readonly people: readonly StaffView[] | null;
  /** Those whose staff they can be. */
  readonly shops: readonly string[];
};

/** Everybody who can sign in, and a form for one more. */
export function Everybody({ people, shops }: Props) {
  const { staff } = useStaffTexts();
  const client = useQueryClient();
  const [news, tell] = useState('');
  const onDone = (said: string) => {
    tell(said);
    void client.invalidateQueries({ queryKey: ['staff'] });
  };
  return (
    <>
      <section aria-labelledby="people">
        <h2 id="people">{staff.list}</h2>
        {!people && <p className="soft">{staff.loading}</p>}
        <ul className="people">
          {people?.map((person) => (
            <Person key={person.id} person={person} hasShops={shops.length > 1} onDone={onDone} />
          ))}
        </ul>
        <div role="status">{news && <p className="done">{news}</p>}</div>
      </section>
      {people && <AddPerson shops={shops} onDone={onDone} />}
    </>
  );
}
