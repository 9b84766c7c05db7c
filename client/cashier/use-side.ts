import { useState } from 'react';
import type { PaymentView } from '../../server/contract/payments.ts';

type Shows = 'day' | 'offers';

/** What a screen without room for more shows in place of the sale. The next sale takes its place again. */
export function useSide() {
  const [side, setSide] = useState<{ shows: Shows; at: string | null } | null>(null);
  const at = (shown: PaymentView | null) => shown?.reference ?? null;
  return {
    /** @param shown the sale that counts now. */
    besides: (shown: PaymentView | null) => (side?.at === at(shown) ? side.shows : null),
    show: (shows: Shows | null, shown: PaymentView | null) => setSide(shows && { shows, at: at(shown) }),
    close: () => setSide(null),
  };
}
