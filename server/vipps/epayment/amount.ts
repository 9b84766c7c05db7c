// Amounts as the official SDK types them, by which the bodies of our calls are checked.
import type { CreatePaymentRequest } from '@vippsmobilepay/sdk';
import type { Order } from '../gateway.ts';

type SdkAmount = CreatePaymentRequest['amount'];
/** The SDK's types, by which bodies are checked, know no Swedish kronor; the API does. */
export const sdkAmount = (currency: Order['amount']['currency'], value: number): SdkAmount => ({
  currency: currency as SdkAmount['currency'],
  value,
});
