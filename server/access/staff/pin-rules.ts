// Which PINs somebody may choose: not those that are tried first.
import type { Role } from '../../contract/access.ts';
import { Refusal } from '../../core/refusal.ts';

/** A manager's opens more. */
const leastDigits: Readonly<Record<Role, number>> = { cashier: 6, manager: 8 };
const mostDigits = 12;

/** Each step is as long as the one before, around 9 and 0: 123456, 987654, 246802, 111111. */
function isRow(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10);
  return new Set(steps).size === 1;
}

/** The same over and over: 121212, 123123; or in twos, threes or fours: 112233, 111222. */
const isRepeat = (pin: string) => /^(\d+?)\1+$/.test(pin) || /^(?:(\d)\1+){2,}$/.test(pin);

/** 123321, 12344321. */
const isMirrored = (pin: string) => pin.length % 2 === 0 && pin === [...pin].reverse().join('');

const isDay = (month: string, day: string) =>
  /^(0[1-9]|1[0-2])$/.test(month) && /^(0[1-9]|[12]\d|3[01])$/.test(day);

/** Written with two digits of the year, or four; the day, the month or the year first. */
function isDate(pin: string): boolean {
  if (pin.length !== 6 && pin.length !== 8) return false;
  const [one, two, three, four] = [0, 2, 4, 6].map((at) => pin.slice(at, at + 2)) as [
    string,
    string,
    string,
    string,
  ];
  const isYear = (century: string) => pin.length === 6 || century === '19' || century === '20';
  const yearFirst = isYear(one) && (pin.length === 6 ? isDay(two, three) : isDay(three, four));
  return yearFirst || (isYear(three) && (isDay(one, two) || isDay(two, one)));
}

/** A hundred that many people choose and no rule above catches: keys beside each other, and numbers that everybody knows. */
const common: ReadonlySet<string> = new Set(
  `147258 258147 147852 258369 369258 147369 369147 963852 852963 741852 852741 951753 753951 159357 357159 159753 753159 357951
  159951 951357 789456 456123 123789 789123 321654 654321 654987 987654 456789 456852 852456 123654 456321 321456 654123 789654
  102030 203040 100200 010203 020406 121314 131415 101112 112211 246810 135790 135791 314159 141592 271828 141421 161803 112358
  696969 420420 520131 131452 110110 100100 100000 200000 123400 123450 123457 234561 012346 142536 152535 163264 248163 124816
  14725836 147258369 25836914 36925814 98745632 96325874 12369874 123698745 74125896 78945612 789456123 32165498 45612378 15975346
  31415926 27182818 14142135 11235813 10203040 12131415 10111213 24681012 13579111 1234567890 12345679 12345670 87654320 00112358`.split(
    /\s+/,
  ),
);

/** @returns whether a PIN is among those that are tried first, whatever its length. */
export const isEasyPin = (pin: string) =>
  isRow(pin) || isRepeat(pin) || isMirrored(pin) || isDate(pin) || common.has(pin);

/** @returns whether somebody of this role should choose another PIN. */
export const isWeakPin = (pin: string, role: Role) => pin.length < leastDigits[role] || isEasyPin(pin);

/** @throws Refusal `invalid_request` for a PIN that somebody of this role may not choose. */
export function checkNewPin(pin: string, role: Role): void {
  const least = leastDigits[role];
  if (!/^\d+$/.test(pin) || pin.length < least || pin.length > mostDigits) {
    throw new Refusal('invalid_request', `pin: ${least} to ${mostDigits} digits`);
  }
  if (isEasyPin(pin)) {
    const easy = 'a row, a repeat, a date or one that many people choose';
    throw new Refusal('invalid_request', `pin: too easy to guess (${easy}); choose another one`);
  }
}
