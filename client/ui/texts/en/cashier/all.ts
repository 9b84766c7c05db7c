// All that the cashier page loads: its own parts, and what it shares with other pages.

export { display } from '../display.ts';
export * from '../shared/access.ts';
export * from '../shared/agreement.ts';
export * from '../shared/common.ts';
export * from '../shared/interval.ts';
export * from '../shared/pages.ts';
export * from '../shared/plain-http.ts';
export * from '../shared/tablets.ts';
export * from './approval.ts';
export * from './attention.ts';
export * from './counter.ts';
export * from './displays.ts';
export * from './history.ts';
export * from './payments.ts';
export * from './sales.ts';
export * from './stage.ts';
export * from './subscription.ts';
export * from './tags.ts';
export * from './trouble.ts';
