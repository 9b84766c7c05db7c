import { useRef, useState } from 'react';
import type { Approval } from '../../../server/contract/access.ts';
import type { Failure } from '../../ui/api/api.ts';
import { useStaff } from '../context/session-context.tsx';
import { isAboutApproval } from './approval-failure.ts';

export type Approving = {
  /** Whether a manager's name and PIN are asked for. */
  readonly isAsked: boolean;
  readonly typed: Approval;
  readonly type: (typed: Approval) => void;
  /** Whether the last try sent one. */
  readonly wasSent: boolean;
  /** What to send along with the next try, if one is asked for. The PIN has to be typed again after that. */
  readonly take: () => Approval | undefined;
  /** What came of the try. @returns whether it is about the approval, so that the question stays open. */
  readonly note: (failure: Failure) => boolean;
  /** Something else is going to be asked for. */
  readonly reset: () => void;
};

/**
 * A manager's approval, typed on the tab of whoever asks for it.
 * @param isNeeded whether the limits of that person say that it takes one; the server may want one where they do not.
 */
export function useApproval(isNeeded: boolean): Approving {
  const { name, role } = useStaff();
  const [typed, type] = useState<Approval>({ name: role === 'manager' ? name : '', pin: '' });
  const [isWanted, want] = useState(false);
  const [wasSent, setSent] = useState(false);
  const sent = useRef(false);
  const isAsked = isNeeded || isWanted;
  return {
    isAsked,
    typed,
    type,
    wasSent,
    take() {
      sent.current = isAsked;
      setSent(isAsked);
      if (!isAsked) return undefined;
      type({ ...typed, pin: '' });
      return { name: typed.name.trim(), pin: typed.pin };
    },
    note(failure) {
      const isAbout = isAboutApproval(failure, sent.current);
      if (isAbout && !sent.current) want(true);
      return isAbout;
    },
    reset() {
      want(false);
      type({ ...typed, pin: '' });
    },
  };
}
