// Every call of the API in one list, with the schemas that validate it.
import * as contract from '../contract.ts';
import { checkSchema, reconciliationQuerySchema, reconciliationSchema } from '../contract-reconciliation.ts';
import type { Operation } from './operation.ts';
import { accessOperations } from './operations-access.ts';

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
  ...(['logo', 'picture'] as const).map((name) => ({
    ...{ method: 'get' as const, path: `/api/tills/{till}/${name}`, summary: `The shop’s own ${name}` },
    ...{ errors: [404], success: { status: 200, type: 'image/*' } },
  })),
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
  ...accessOperations,
];
