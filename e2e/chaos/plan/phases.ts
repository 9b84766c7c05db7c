// When a server is killed, and what the payments are going through then.

/** What a payment is going through when the server is killed; a start that is killed is `migrating`. */
export const phases = ['starting', 'waiting', 'capturing', 'refunding', 'migrating'] as const;
export type Phase = (typeof phases)[number];
/** The phases that a payment comes into. */
export type PaymentPhase = Exclude<Phase, 'migrating'>;

/**
 * A start that is killed: after a share of the time that a start takes (above 1: just when it is ready), or so many
 * milliseconds after it has touched its database.
 */
export type StartKill = { after: 'share'; share: number } | { after: 'database'; delayMs: number };

export type Kill = {
  phase: PaymentPhase;
  /** Which payment that comes into the phase is meant: 1 is the first from now on. */
  nth: number;
  /** At once; once Vipps has acted on the call of this phase; or once that call has reached Vipps. */
  moment: 'entered' | 'acted' | 'asked';
  /** How long after that moment. */
  delayMs: number;
  /** How long the server stays away. */
  downMs: number;
  /** So many starts after it are killed, too. */
  starts: StartKill[];
};
