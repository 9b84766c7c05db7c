// What an attack is: one strike, repeated at a pace, from several addresses, within bounds.
import type { Random } from '../../chaos/plan/random.ts';

/** What attackers know, and what those of them hold who have come by something of the shop's. */
export type Target = {
  readonly url: string;
  /** A built file that the server sends to anybody. */
  readonly asset: string;
  /** The cookie of a stolen tablet, which is paired with another till than the one that sells. */
  readonly tablet: string;
  readonly tabletTill: string;
  /** The cookie of a browser in which staff have signed in. */
  readonly staff: string;
  /** Whom the shop calls a manager. */
  readonly staffName: string;
};

export type Bounds = {
  /** Open at once. */
  readonly connections: number;
  readonly perSecond: number;
  /** In a whole siege. */
  readonly total: number;
};

/** One connection from one address. */
export type Strike = {
  readonly target: Target;
  /** The loopback address that it comes from. */
  readonly from: string;
  readonly random: Random;
  /** The end of the siege. */
  readonly signal: AbortSignal;
};

/** What became of a strike, in a few words, and whether the server has held it off. */
export type Outcome = { readonly how: string; readonly isRefused: boolean };

export type Attack = {
  readonly name: string;
  readonly bounds: Bounds;
  readonly strike: (strike: Strike) => Promise<Outcome>;
};
