import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OpenSession } from '../../../server/contract/access.ts';
import { failureOf } from '../../ui/api/api.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { FailureNote } from '../../ui/parts/failure-note.tsx';
import { useProof } from '../../ui/proof/proof.ts';
import { endSession, fetchSessions } from '../actions.ts';
import { useStaffTexts } from '../staff-texts.ts';

const refreshEveryMs = 15_000;

type Props = {
  readonly staffId: string;
  readonly momentText: (iso: string) => string;
  readonly onDone: (said: string) => void;
};

/** Where a person is signed in, and the way to end that; nothing when they are signed in nowhere. */
export function SignedIn({ staffId, momentText, onDone }: Props) {
  const { staff } = useStaffTexts();
  const { data } = useQuery({
    queryKey: ['sessions'],
    queryFn: fetchSessions,
    refetchInterval: refreshEveryMs,
  });
  const sessions = data?.sessions.filter((session) => session.staff === staffId) ?? [];
  if (sessions.length === 0) return null;
  return (
    <ul className="sessions" aria-label={staff.sessions.title}>
      {sessions.map((session) => (
        <One key={session.id} session={session} momentText={momentText} onDone={onDone} />
      ))}
    </ul>
  );
}

type OneProps = Omit<Props, 'staffId'> & { readonly session: OpenSession };

function One({ session, momentText, onDone }: OneProps) {
  const { access, staff } = useStaffTexts();
  const { sessions } = staff;
  const proved = useProof();
  const client = useQueryClient();
  const { id, name, browser, address, activeAt, own } = session;
  const where = [browser || sessions.unknown, address].filter((part) => part !== '').join(' · ');
  const action = useAction(async () => {
    try {
      await proved(() => endSession(id));
    } catch (error) {
      // It has ended meanwhile.
      if (failureOf(error) !== 'not_found') throw error;
    } finally {
      void client.invalidateQueries({ queryKey: ['sessions'] });
    }
    onDone(sessions.ended(name));
  });
  return (
    <li>
      <span className="place">
        <span>{where}</span>
        <span className="soft">{own ? sessions.own : sessions.used(momentText(activeAt))}</span>
      </span>
      {!own && (
        <button
          type="button"
          className="quiet"
          aria-label={sessions.endOn(where)}
          disabled={action.isPending}
          onClick={action.run}
        >
          {sessions.end}
        </button>
      )}
      <FailureNote action={action} texts={access} meanings={{}} />
    </li>
  );
}
