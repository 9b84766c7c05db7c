// What a page tells the server of an error of its own.
import { z } from 'zod';

/** The first part of a page's address; at any other lies the start page, which says that nothing is there. */
const pages = [
  'home',
  'display',
  'cashier',
  'reconciliation',
  'sign-in',
  'set-up',
  'staff',
  'audit',
] as const;

/** Body of `POST /api/client-errors`. */
export const clientErrorSchema = z.strictObject({
  page: z.enum(pages).catch('home'),
  kind: z.enum(['error', 'rejection', 'not_loaded']),
  message: z.string().max(500),
  stack: z.string().max(2_500),
});
