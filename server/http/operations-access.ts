// The calls about who gets in, as operations.ts.
import * as access from '../contract-access.ts';
import type { Operation } from './operation.ts';

export const accessOperations: readonly Operation[] = [
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
