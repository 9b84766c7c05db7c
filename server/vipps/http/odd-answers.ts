// What is odd about an answer and decides nothing about money: the payment goes on, and the log says what was odd.

let found: Set<string> | null = null;

/** Says what is odd about the answer that is being read. @param what in words of ours: it goes on to the log (P7). */
export function odd(what: string): void {
  found?.add(what);
}

/** @param read reads an answer, in one go. @param tell hears of each thing that was odd about it. */
export function noticing<T>(tell: (what: string) => void, read: () => T): T {
  const outer = found;
  const here = new Set<string>();
  found = here;
  try {
    return read();
  } finally {
    found = outer;
    for (const what of here) tell(what);
  }
}

/** @param value of Vipps'. @returns it where it is a plain name, which can hold no secret. */
export const plainName = (value: string) => (/^[A-Za-z_-]{1,40}$/.test(value) ? value : 'of another kind');

export const nobody = () => undefined;

export type OnOdd = (odd: { call: string; what: string }) => void;

/** An answer that is odd is so every second; different ones are told, each once, until there are too many. */
export function onceEach(tell: OnOdd, most = 100): OnOdd {
  const told = new Set<string>();
  return (one) => {
    const key = `${one.call} ${one.what}`;
    if (told.has(key) || told.size >= most) return;
    told.add(key);
    tell(one);
  };
}
