// Every call of the API in one list, with the schemas that validate it.
import type { z } from 'zod';
import * as contract from '../contract.ts';
import * as access from '../contract-access.ts';
import { checkSchema, reconciliationQuerySchema, reconciliationSchema } from '../contract-reconciliation.ts';

export type Operation = {
  method: 'get' | 'post' | 'delete';
  path: string;
  summary: string;
  body?: z.ZodType;
  query?: z.ZodObject;
  headers?: readonly string[];
  success: { status: number; schema?: z.ZodType; type?: string };
  /** Anybody may call it; of all others 401 is an answer too. */
  open?: true;
  /** Statuses of errors besides 400, 403, 500 and 503 (the database), which any call may answer. */
  errors?: readonly number[];
};

export const operations: readonly Operation[] = [
  {
    ...{
      method: 'post',
      path: '/api/tills/{till}/payments',
      summary: 'Start a sale; answers when the QR is ready',
    },
    ...{ body: contract.newPaymentSchema, headers: ['Idempotency-Key'], errors: [404, 409, 502] },
    success: { status: 201, schema: contract.paymentSchema },
  },
  {
    ...{
      method: 'post',
      path: '/api/tills/{till}/agreements',
      summary: 'Sign up a subscriber; answers when the QR is ready',
    },
    ...{ body: contract.newAgreementSchema, headers: ['Idempotency-Key'], errors: [404, 409, 502] },
    success: { status: 201, schema: contract.paymentSchema },
  },
  {
    ...{ method: 'get', path: '/api/tills/{till}/products', summary: 'The products of its shop, by name' },
    ...{ errors: [404], success: { status: 200, schema: contract.productListSchema } },
  },
  {
    ...{ method: 'post', path: '/api/tills/{till}/products', summary: 'Keep the terms of a product' },
    ...{ body: contract.newProductSchema, errors: [404, 409] },
    success: { status: 201, schema: contract.productSchema },
  },
  {
    ...{ method: 'delete', path: '/api/tills/{till}/products/{id}', summary: 'Keep it no longer' },
    ...{ errors: [404], success: { status: 204 } },
  },
  {
    ...{
      method: 'get',
      path: '/api/tills/{till}/payment',
      summary: 'What this till shows now; null is idle',
    },
    ...{ headers: ['If-None-Match', 'Prefer'], errors: [404] },
    success: { status: 200, schema: contract.tillPaymentSchema },
  },
  {
    ...{ method: 'get', path: '/api/payments', summary: 'Find payments, newest first' },
    ...{ query: contract.listQuerySchema, success: { status: 200, schema: contract.paymentListSchema } },
  },
  {
    ...{ method: 'get', path: '/api/payments.csv', summary: 'The same, all of them, as a table' },
    ...{ query: contract.listQuerySchema, success: { status: 200, type: 'text/csv' } },
  },
  {
    ...{ method: 'get', path: '/api/payments/{reference}', summary: 'One payment', errors: [404] },
    success: { status: 200, schema: contract.paymentSchema },
  },
  {
    ...{ method: 'get', path: '/api/payments/{reference}/events', summary: 'Its history', errors: [404] },
    success: { status: 200, schema: contract.historySchema },
  },
  {
    ...{ method: 'get', path: '/api/payments/{reference}/qr', summary: 'Its QR, while it can be paid' },
    ...{ errors: [404], success: { status: 200, type: 'image/svg+xml' } },
  },
  {
    ...{ method: 'post', path: '/api/payments/{reference}/cancel', summary: 'Cancel it' },
    ...{ body: contract.cancelSchema, errors: [404, 409] },
    success: { status: 200, schema: contract.paymentSchema },
  },
  {
    ...{ method: 'post', path: '/api/payments/{reference}/capture', summary: 'Capture all or a part' },
    ...{ body: contract.captureSchema, headers: ['Idempotency-Key'], errors: [404, 409, 502] },
    success: { status: 200, schema: contract.paymentSchema },
  },
  {
    ...{ method: 'post', path: '/api/payments/{reference}/refund', summary: 'Refund all or a part' },
    ...{ body: contract.refundSchema, headers: ['Idempotency-Key'], errors: [404, 409, 502] },
    success: { status: 200, schema: contract.paymentSchema },
  },
  {
    ...{
      method: 'post',
      path: '/api/payments/{reference}/release',
      summary: 'Give back what is not captured',
    },
    ...{ body: contract.cancelSchema, headers: ['Idempotency-Key'], errors: [404, 409, 502] },
    success: { status: 200, schema: contract.paymentSchema },
  },
  {
    ...{ method: 'post', path: '/api/payments/{reference}/stop', summary: 'End an agreement' },
    ...{ body: contract.cancelSchema, headers: ['Idempotency-Key'], errors: [404, 409, 502] },
    success: { status: 200, schema: contract.paymentSchema },
  },
  {
    ...{
      method: 'post',
      path: '/api/payments/{reference}/check',
      summary: 'Compare it with what Vipps shows now',
    },
    ...{ body: contract.cancelSchema, errors: [404, 429], success: { status: 200, schema: checkSchema } },
  },
  {
    ...{
      method: 'post',
      path: '/api/callbacks/ecom/v2/payments/{reference}',
      summary: 'For Vipps: something has happened to a payment',
    },
    ...{ open: true, headers: ['Authorization'], errors: [401], success: { status: 204 } },
  },
  {
    ...{ method: 'get', path: '/api/reconciliation', summary: 'A day, compared with what Vipps shows now' },
    ...{ query: reconciliationQuerySchema, success: { status: 200, schema: reconciliationSchema } },
  },
  {
    ...{ method: 'get', path: '/api/sign-in', open: true, summary: 'What the sign-in page has to know' },
    success: { status: 200, schema: access.signInPageSchema },
  },
  {
    ...{ method: 'post', path: '/api/session', open: true, summary: 'Sign in; sets the session cookie' },
    ...{ body: access.signInSchema, errors: [401, 429] },
    success: { status: 200, schema: access.sessionSchema },
  },
  {
    ...{ method: 'get', path: '/api/session', summary: 'Who is signed in' },
    success: { status: 200, schema: access.sessionSchema },
  },
  { method: 'delete', path: '/api/session', summary: 'Sign out', success: { status: 204 } },
  {
    ...{
      method: 'post',
      path: '/api/set-up',
      open: true,
      summary: 'The first manager, by the one-time link',
    },
    ...{ body: access.setUpSchema, errors: [429] },
    success: { status: 201, schema: access.sessionSchema },
  },
  {
    ...{ method: 'get', path: '/api/staff', summary: 'Who there is' },
    success: { status: 200, schema: access.staffListSchema },
  },
  {
    ...{ method: 'post', path: '/api/staff', summary: 'Somebody new', body: access.newStaffSchema },
    ...{ errors: [409], success: { status: 201, schema: access.staffSchema } },
  },
  {
    ...{ method: 'post', path: '/api/staff/{id}/pin', summary: 'A new PIN; signs that person out' },
    ...{ body: access.newPinSchema, errors: [404], success: { status: 200, schema: access.staffSchema } },
  },
  {
    ...{ method: 'delete', path: '/api/staff/{id}', summary: 'Somebody leaves', errors: [404, 409] },
    success: { status: 204 },
  },
  {
    ...{ method: 'post', path: '/api/display', open: true, summary: 'A tablet introduces itself' },
    ...{ body: access.newDisplaySchema, errors: [429] },
    success: { status: 201, schema: access.ownDisplaySchema },
  },
  {
    ...{ method: 'get', path: '/api/display', summary: 'What a tablet is: its code, or its till' },
    success: { status: 200, schema: access.ownDisplaySchema },
  },
  {
    ...{ method: 'post', path: '/api/tills/{till}/displays', summary: 'Pair the tablet that shows a code' },
    ...{ body: access.pairSchema, errors: [404, 429] },
    success: { status: 201, schema: access.displaySchema },
  },
  {
    ...{ method: 'get', path: '/api/displays', summary: 'The displays, and when they were last seen' },
    success: { status: 200, schema: access.displayListSchema },
  },
  {
    ...{ method: 'post', path: '/api/displays/{id}/identify', summary: 'Have it show which one it is' },
    ...{ errors: [404], success: { status: 200, schema: access.displaySchema } },
  },
  {
    ...{ method: 'delete', path: '/api/displays/{id}', summary: 'Cut a display off', errors: [404] },
    success: { status: 204 },
  },
];
