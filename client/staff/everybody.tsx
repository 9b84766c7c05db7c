import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { StaffView } from '../../server/contract/access.ts';
import { AddPerson } from './add-person.tsx';
import { Person } from './person/person.tsx';
import { useStaffTexts } from './staff-texts.ts';

type Props = {
  /** Null until they are known. */
  readonly people: readonly StaffView[] | null;
  /** The shops to which the manager can add people. */
  readonly shops: readonly string[];
};

/** All people who can sign in, and a form for one more. */
export function Everybody({ people, shops }: Props) {
  const { staff } = useStaffTexts();
  const client = useQueryClient();
  const [notice, tell] = useState('');
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
        <div role="status">{notice && <p className="done">{notice}</p>}</div>
      </section>
      {people && <AddPerson shops={shops} onDone={onDone} />}
    </>
  );
}
