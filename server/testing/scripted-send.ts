// Vipps as a script: what it answers to each call, and the calls as they were made.
import type { Send } from '../vipps/http/request.ts';

type Call = Parameters<Send>[0];

/** @param answers by the name of the call; an error is thrown, anything else read as the call wants it. */
export function scriptedSend(answers: Record<string, unknown>) {
  const sent: Omit<Call, 'schema'>[] = [];
  const send: Send = async ({ schema, ...call }) => {
    sent.push(call);
    const answer = answers[call.name];
    if (answer instanceof Error) throw answer;
    return schema.parse(answer);
  };
  return { send, sent };
}

/** Records what it is called with, and resolves with `answer`. */
export function recorder<T>(answer: T) {
  const calls: unknown[][] = [];
  const record = async (...args: unknown[]): Promise<T> => {
    calls.push(args);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { calls, record };
}
