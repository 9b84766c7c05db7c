// Lets the parts of the page do what the server wants a PIN for.
import { failureOf } from '../api/api.ts';
import { neededContext } from '../base/needed-context.ts';

/** Asks for the PIN of who is signed in. @returns false when they would rather not. */
export type AskForPin = () => Promise<boolean>;

const [ProofContextProvider, useAskForPin] = neededContext<AskForPin>('ProofContextProvider');

export { ProofContextProvider };

/**
 * @returns what does `act`, and where the server first wants the PIN, asks for it and does it once more.
 * Throws outside of a ProofContextProvider.
 */
export function useProof(): <T>(act: () => Promise<T>) => Promise<T> {
  const askForPin = useAskForPin();
  return async (act) => {
    try {
      return await act();
    } catch (error) {
      if (failureOf(error) !== 'pin_required' || !(await askForPin())) throw error;
      return act();
    }
  };
}
