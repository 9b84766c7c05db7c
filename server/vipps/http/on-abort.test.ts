import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { onAbort } from './on-abort.ts';

const listenersOf = ({ signal }: AbortController) => getEventListeners(signal, 'abort').length;

test('everybody who waits for a signal is told, once', () => {
  const [controller, told]: [AbortController, string[]] = [new AbortController(), []];
  for (const name of ['one', 'other']) onAbort(controller.signal, () => told.push(name));
  controller.abort();
  controller.signal.dispatchEvent(new Event('abort'));
  expect(told).toEqual(['one', 'other']);
});

test('who has given up waiting is not told, and may do so twice', () => {
  const [controller, told]: [AbortController, string[]] = [new AbortController(), []];
  const leave = onAbort(controller.signal, () => told.push('one'));
  onAbort(controller.signal, () => told.push('other'));
  leave();
  leave();
  controller.abort();
  expect(told).toEqual(['other']);
});

test('one who gives up while all are told does not keep the next from it', () => {
  const [controller, told]: [AbortController, string[]] = [new AbortController(), []];
  const leave = onAbort(controller.signal, () => {
    told.push('one');
    leave();
  });
  onAbort(controller.signal, () => told.push('other'));
  controller.abort();
  expect(told).toEqual(['one', 'other']);
});

test('a thousand who wait are one listener, and none once all have left', () => {
  const controller = new AbortController();
  const leaves = Array.from({ length: 1_000 }, () => onAbort(controller.signal, () => undefined));
  expect(listenersOf(controller)).toBe(1);
  for (const leave of leaves) leave();
  expect(listenersOf(controller)).toBe(0);
  onAbort(controller.signal, () => undefined);
  expect(listenersOf(controller)).toBe(1);
});
