import { useEffect, useReducer, useRef } from 'react';
import type { PaymentView, TillView } from '../../../server/contract/payments.ts';
import { failureOf, newKey } from '../../ui/api/api.ts';
import { type Attempt, type AttemptEvent, isPayable } from './attempt.ts';

type Kind<Fault extends string, State, Event> = {
  readonly empty: State;
  readonly next: (state: State, event: Event | AttemptEvent<Fault>) => State;
  /** What is wrong, found without the server. */
  readonly faultOf: (state: State) => Fault | null;
  /** Asks the server; a repeat with the same key must start nothing twice. */
  readonly start: (state: State) => Promise<unknown>;
};

/** What is being keyed in for the customer's screen, and how to send it. `current` is what the till shows now. */
export function useAttempt<Fault extends string, State extends Attempt<Fault>, Event>(
  { empty, next, faultOf, start }: Kind<Fault, State, Event>,
  till: TillView,
  current: PaymentView | null,
) {
  const [state, dispatch] = useReducer<State, [Event | AttemptEvent<Fault>]>(next, empty);
  // Two taps can come before React has rendered the first.
  const sendingKey = useRef<string>(null);
  const sentFrom = useRef<State>(null);

  const send = async (sent: State) => {
    const { key } = sent;
    dispatch({ type: 'sent', before: current?.reference ?? null });
    try {
      await start(sent);
      dispatch({ type: 'answered', key });
    } catch (error) {
      dispatch({ type: 'failed', key, failure: failureOf(error), freshKey: newKey() });
    } finally {
      if (sendingKey.current === key) sendingKey.current = null;
    }
  };

  /** @param wanted what has just been dispatched and is not rendered yet. */
  const submit = (wanted: State = state) => {
    if (sendingKey.current === state.key || sentFrom.current === state || isPayable(current)) return;
    const problem = faultOf(wanted);
    if (problem) return dispatch({ type: 'refused', problem });
    sendingKey.current = wanted.key;
    sentFrom.current = state;
    void send(wanted);
  };

  const awaitsNews = state.sent !== null && (state.step === 'sending' || state.problem !== null);
  useEffect(() => {
    if (!awaitsNews || !current) return;
    dispatch({ type: 'seen', payment: current, freshKey: newKey(), tillName: till.name });
  }, [awaitsNews, current, till.name]);

  return { state, dispatch, submit };
}
