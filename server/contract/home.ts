// What the server promises the start page, and the cashier page about tablets.
import { z } from 'zod';
import { roleSchema } from './access.ts';
import { tillSchema } from './payments.ts';

/** Answer of `GET /api/home`, for staff: their tills, and where a tablet finds this server. */
export const homeSchema = z.object({
  environment: tillSchema.shape.environment,
  /** Of who asks. */
  role: roleSchema,
  /** Those that who asks may know of. */
  tills: z.array(tillSchema.pick({ id: true, name: true, shop: true })),
  /** The simulator's phone page; null outside the demo. */
  phoneUrl: z.string().nullable(),
  /**
   * Where a tablet finds the display's page, the likeliest first; none while no tablet can reach this server. `code` is the address as a QR
   * code, an SVG image as a `data:` URL.
   */
  tabletAddresses: z.array(z.object({ address: z.string(), code: z.string() })),
  /** Whether any of those tills has a display. */
  hasDisplay: z.boolean(),
});
export type Home = z.infer<typeof homeSchema>;
