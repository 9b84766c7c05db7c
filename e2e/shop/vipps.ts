// The stand-in for Vipps MobilePay as seen from outside, and the customer's phone.

export type Call =
  | ('token' | 'initiate' | 'qr' | 'image' | 'details' | 'events' | 'charge' | 'find')
  | ('capture' | 'cancel' | 'refund' | 'receipt');
/** What stops no sale. */
export const oddities = [
  'strange_entry',
  'null_entry',
  'repeated_entry',
  'byte_order_mark',
  'more_fields',
  'fewer_fields',
  'expires_text',
  'expires_huge',
  'expires_past',
  'expires_unreadable',
  'expires_missing',
] as const;
export type Fault = {
  on: Call;
  kind:
    | 'status'
    | 'reset'
    | 'hang'
    | 'slow'
    | 'html'
    | 'cut'
    | 'wrong_shape'
    | 'drop_after'
    | 'odd'
    | 'stale'
    | 'taken';
  /** Of the order that another system has just made under the requested reference. */
  other?: {
    amount?: number;
    state?: 'open' | 'reserved' | 'captured' | 'sold';
    secondsAgo?: number;
    alike?: true;
    lost?: true;
  };
  /** Of an answer that is good, and odd in one way. */
  oddity?: (typeof oddities)[number] | 'image_elsewhere';
  status?: number;
  /** Of a status: that the API is busy with the same request. */
  by?: 'progress';
  retryAfter?: number;
  delayMs?: number;
  times?: number;
  /** For this order only. */
  orderId?: string;
};
export type Order = {
  api: 'ecom' | 'epayment' | 'recurring';
  /** Vipps' own name for it. */
  orderId: string;
  /** The shop's name for it. */
  reference: string;
  msn: string;
  currency: string;
  /** Of a subscriber; null for a sale. */
  agreement: {
    status: 'PENDING' | 'ACTIVE' | 'STOPPED' | 'EXPIRED';
    chargeId: string | null;
    /** When the merchant ended it. */
    stoppedAtMs: number | null;
  } | null;
  /** Until when it can be approved. */
  deadlineMs: number;
  /** Another system has made it. */
  isOthers: boolean;
  receipt: { orderLines: { name: string; totalAmount: number }[] } | null;
  amount: number;
  /** Newest first. */
  history: {
    operation: string;
    amount: number;
    operationSuccess: boolean;
    timeStamp: string;
    transactionText: string;
    requestId: string;
  }[];
  state: { opened: boolean; reserved: number; captured: number; refunded: number; cancelled: boolean };
  phoneUrl: string;
  calls: Record<string, number>;
  looks: number[];
};

/** @param mayAlsoBe a status that is no failure either. @returns whether it was done. */
async function put(url: string, body: unknown, mayAlsoBe = 204): Promise<boolean> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(body) });
  if (answer.status !== 204 && answer.status !== mayAlsoBe)
    throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204;
}

/** Vipps MobilePay, as far as anyone here can tell. */
export class Vipps {
  readonly url: string;
  /** Orders of the tests before. */
  #old = new Set<string>();
  constructor(url: string) {
    this.url = url;
  }
  /** For the next test: no faults, sales that last ten minutes, and none of the orders that there are. */
  async begin(): Promise<void> {
    await Promise.all([this.breakDown(), this.set({ lifetimeSeconds: 600, directCapture: false })]);
    for (const { orderId } of await this.orders()) this.#old.add(orderId);
  }
  /** These faults and no others from now on. */
  async breakDown(...rules: Fault[]): Promise<void> {
    await put(`${this.url}/simulator/faults`, { seed: 1, rules });
  }
  /** Every answer takes this long from now on, in milliseconds, but those with a token. */
  async answersTake(delayMs: number): Promise<void> {
    const calls = ['initiate', 'qr', 'image', 'details', 'capture', 'cancel', 'refund'] as const;
    await this.breakDown(...calls.map((on) => ({ on, kind: 'slow', delayMs }) as const));
  }
  async set(settings: { lifetimeSeconds?: number; directCapture?: boolean }): Promise<void> {
    await put(`${this.url}/simulator/settings`, settings);
  }
  /** The customer's approval of an order that has been cancelled goes through all the same, as after a long 3-D Secure session. */
  async approveLate(reference: string, kind: 'reserve' | 'sale'): Promise<void> {
    await put(`${this.url}/simulator/orders/${reference}/late`, { kind });
  }
  /** The same, where it was cancelled unpaid; otherwise nothing happens. @returns whether it was possible. */
  approveLateIfCancelled(reference: string, kind: 'reserve' | 'sale'): Promise<boolean> {
    return put(`${this.url}/simulator/orders/${reference}/late`, { kind }, 400);
  }
  /** The customer is with the bank for so long: an order cannot be cancelled then, and can be approved though its time is over. */
  async startThreeDSecure(reference: string, seconds: number): Promise<void> {
    await put(`${this.url}/simulator/orders/${reference}/three-d-secure`, { seconds });
  }
  /** As `startThreeDSecure`, where the order can still be paid; otherwise nothing happens. @returns whether it was possible. */
  startThreeDSecureIfPayable(reference: string, seconds: number): Promise<boolean> {
    return put(`${this.url}/simulator/orders/${reference}/three-d-secure`, { seconds }, 400);
  }
  /** For so long it does not know this order, as it is with other keys. */
  async forget(reference: string, seconds: number): Promise<void> {
    await put(`${this.url}/simulator/orders/${reference}/unknown`, { seconds });
  }
  /** Does this in the portal; 0 is all that is left. @returns whether it was possible. */
  actInPortal(reference: string, action: 'capture' | 'refund' | 'cancel', amount: number): Promise<boolean> {
    return put(`${this.url}/simulator/orders/${reference}/portal`, { action, amount }, 400);
  }
  /** Answers from now on as it does to the keys of another sales unit: it knows no such order. */
  async knowNothing(): Promise<void> {
    const calls = ['details', 'capture', 'cancel', 'refund'] as const;
    await this.breakDown(...calls.map((on) => ({ on, kind: 'status', status: 404 }) as const));
  }
  /** Of this test, the newest first. */
  async orders(): Promise<Order[]> {
    const all = (await (await fetch(`${this.url}/simulator/orders`)).json()) as Order[];
    return all.filter(({ orderId }) => !this.#old.has(orderId));
  }
  async order(reference: string): Promise<Order> {
    const order = (await this.orders()).find((one) => one.reference === reference);
    if (order === undefined) throw new Error(`Vipps has no order ${reference}`);
    return order;
  }
}

/** The customer's phone: it knows what the QR says, nothing else. */
export class Phone {
  /** Opens what the QR holds: that is the scan. */
  async scan(qr: string): Promise<void> {
    await fetch(qr);
  }
  async act(qr: string, action: 'approve' | 'decline' | 'cancel' | 'stop'): Promise<void> {
    const answer = await fetch(`${qr}/${action}`, { method: 'POST', redirect: 'manual' });
    if (answer.status !== 303) throw new Error(`${action}: ${answer.status}`);
  }
}
