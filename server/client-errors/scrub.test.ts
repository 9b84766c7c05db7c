import { describe, expect, test } from 'vitest';
import { scrubMessage, scrubStack } from './scrub.ts';

describe('[P7] of a message nothing is kept that somebody wrote:', () => {
  test.each([
    [
      "Cannot read properties of undefined (reading 'value')",
      "Cannot read properties of undefined (reading 'value')",
    ],
    [
      'Unexpected token \'K\', "Kari Nordmann" is not valid JSON',
      'Unexpected token "…", "…" is not valid JSON',
    ],
    ['"Kari Nordmann', '"…"'],
    ["Cannot set property 'Kari Nordmann' of null", 'Cannot set property "…" of null'],
    ['Loading https://till.example/cashier/1?q=47123456 failed', 'Loading (address) failed'],
    ['at /cashier/1?q=Kari#canary', 'at /cashier/1'],
    ['kari@shop.example, 4712345678', '(address) #'],
    ['key 0123456789abcdefABCDEF_0123456789abcdef', 'key #'],
    ['two\nlines\u001b[31m', 'two lines [31m'],
    ['Ærlig', 'rlig'],
  ])('%j becomes %j', (said, kept) => {
    expect(scrubMessage(said)).toBe(kept);
  });

  test('more than 200 characters', () => {
    expect(scrubMessage('a b '.repeat(200))).toHaveLength(200);
  });
});

describe('[P7] of a stack only functions and files of the build are kept:', () => {
  test('as Chromium, Firefox and Safari write it', () => {
    const stack = [
      'TypeError: Kari Nordmann',
      '    at Price (https://till.example/assets/cashier-Ab_1.js:1:234)',
      '    at https://till.example/assets/shared-C2.js?q=canary:2:3',
      'sell@http://192.0.2.1:3000/assets/cashier-Ab_1.js:4:5',
      '@http://192.0.2.1:3000/assets/shared-C2.js:6:7',
      '    at async Promise.all (index 0)',
      '    at canary (chrome-extension://abcdef/content.js:1:1)',
    ].join('\n');
    expect(scrubStack(stack)).toEqual([
      'Price cashier-Ab_1.js:1:234',
      '(anonymous) shared-C2.js:2:3',
      'sell cashier-Ab_1.js:4:5',
      '(anonymous) shared-C2.js:6:7',
    ]);
  });

  test('at most twelve lines', () => {
    expect(scrubStack('    at a (/assets/b.js:1:2)\n'.repeat(40))).toHaveLength(12);
  });
});
