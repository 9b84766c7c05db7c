// All that the cashier page loads: its own parts, and what it shares with other pages.
export * from '../access.ts';
export * from '../agreement.ts';
export * from '../common.ts';
export { display } from '../display.ts';
export * from '../pages.ts';
export * from '../plain-http.ts';
export * from '../tablets.ts';
export * from './approval.ts';
export * from './attention.ts';
export * from './counter.ts';
export * from './displays.ts';
export * from './history.ts';
export * from './payments.ts';
export * from './sales.ts';
export * from './subscription.ts';
export * from './tags.ts';
export * from './trouble.ts';
