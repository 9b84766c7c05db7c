import { describe, expect, test } from 'vitest';
import { afterCharging, type Recents, recentsFrom } from './recents.ts';

const none: Recents = { by: 'Kari', amounts: [], texts: [] };
const charged = (...amounts: number[]) =>
  amounts.reduce((recents, amount) => afterCharging(recents, amount, `${amount}`), none);

describe('after a sale', () => {
  test('its amount and its text come first', () => {
    expect(charged(4_900, 9_900)).toEqual({ by: 'Kari', amounts: [9_900, 4_900], texts: ['9900', '4900'] });
  });

  test('an amount or text that is in the list already only moves to the front', () => {
    expect(charged(4_900, 9_900, 4_900).amounts).toEqual([4_900, 9_900]);
  });

  test('at most six are kept', () => {
    const { amounts, texts } = charged(100, 200, 300, 400, 500, 600, 700);
    expect(amounts).toEqual([700, 600, 500, 400, 300, 200]);
    expect(texts).toHaveLength(6);
  });

  test('an empty text is not kept', () => {
    expect(afterCharging(none, 4_900, '').texts).toEqual([]);
  });
});

describe('what the browser kept', () => {
  test('is offered to the person who charged it, and to no other', () => {
    const kept = JSON.parse(JSON.stringify(charged(4_900)));
    expect(recentsFrom(kept, 'Kari').amounts).toEqual([4_900]);
    expect(recentsFrom(kept, 'Ola')).toEqual({ by: 'Ola', amounts: [], texts: [] });
  });

  test.each([null, 'x', 7, [], { by: 'Kari' }, { by: 'Kari', amounts: 'x', texts: { length: 3 } }])(
    'is ignored when it is unreadable: %j',
    (kept) => {
      expect(recentsFrom(kept, 'Kari')).toEqual(none);
    },
  );

  test('only amounts that can be charged and texts that fit are taken from it', () => {
    const amounts = [4_900, 99, 1.5, '4900', 65_000_001, null, -4_900];
    const texts = ['Latte', '', 'x'.repeat(101), 7];
    expect(recentsFrom({ by: 'Kari', amounts, texts }, 'Kari')).toEqual({
      by: 'Kari',
      amounts: [4_900],
      texts: ['Latte'],
    });
  });
});
