import { createContext, type Provider, use } from 'react';

/**
 * What a part of a page needs from the parts around it.
 * @param provider its name, for the sentence of an Error where it is missing.
 * @returns the provider, and a hook for what it gives, which throws outside it.
 */
export function neededContext<Value extends object>(
  provider: string,
): readonly [Provider<Value | null>, () => Value] {
  const Context = createContext<Value | null>(null);
  const useValue = (): Value => {
    const value = use(Context);
    if (value === null) throw new Error(`This needs a ${provider}`);
    return value;
  };
  return [Context.Provider, useValue];
}
