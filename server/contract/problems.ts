// What can stand in the way of a payment, as screens and tills are told of it.
import { z } from 'zod';

/** What staff should look at, or at least know of, also on another day. */
export const attentionCodes = [
  'capture_due',
  'capture_failed',
  'capture_delayed',
  'refund_failed',
  'refund_delayed',
  'release_failed',
  'release_delayed',
  'stop_failed',
  'stop_delayed',
  'paid_late',
  'late_money',
  'released',
  'late_refunded',
  'unknown_order',
  'not_ours',
] as const;

/**
 * `keys_rejected`: Vipps said no to the keys of the shop, and not to the sale.
 * `image_host_refused`: the image of the code lies at `host`, which `VIPPS_QR_IMAGE_HOSTS` does not allow.
 * `…_failed`: Vipps said no. `…_delayed`: not done yet after several tries, and tried again by itself.
 * `capture_due`: what is reserved can be captured for a few days only.
 * `started_over`: its start was lost, and the sale goes on under the reference with the suffix.
 * `lines_refused`: Vipps would not take the order lines, so that the customer's receipt in the app has none; the sale goes on.
 * `not_ours`: another system has an order under the reference. It was left alone, and the sale went on under the next one.
 * `paid_late`: paid although it was being closed: staff may have to refund it.
 * `unknown_order`: Vipps does not know it, though its code was shown: the keys or the sales unit may be others by now.
 * `late_money`: money turned up after the end and is being given back; then `released`, or `late_refunded` if it was captured.
 */
export const problemCodes = [
  'declined',
  'vipps_rejected',
  'keys_rejected',
  'image_host_refused',
  'vipps_unavailable',
  'started_over',
  'lines_refused',
  ...attentionCodes,
] as const;
export const problemSchema = z.object({
  code: z.enum(problemCodes),
  message: z.string(),
  /** Of `image_host_refused`. */
  host: z.string().optional(),
});
/** What stands in the way of a payment, or what staff should know about how it ended. */
export type Problem = z.infer<typeof problemSchema>;
