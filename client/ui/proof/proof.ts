// Lets the parts of the page do what the server wants a PIN for.
import { createContext, use } from 'react';
import { failureOf } from '../api/api.ts';

/** Asks for the PIN of who is signed in. @returns false when they would rather not. */
export type AskForPin = () => Promise<boolean>;

const ProofContext = createContext<AskForPin | null>(null);
export const ProofContextProvider = ProofContext.Provider;

/**
 * @returns what does `act`, and where the server first wants the PIN, asks for it and does it once more.
 * Throws outside of a ProofContextProvider.
 */
export function useProof(): <T>(act: () => Promise<T>) => Promise<T> {
  const askForPin = use(ProofContext);
  if (!askForPin) throw new Error('useProof needs a ProofContextProvider');
  return async (act) => {
    try {
      return await act();
    } catch (error) {
      if (failureOf(error) !== 'pin_required' || !(await askForPin())) throw error;
      return act();
    }
  };
}
