import { StaffIcon } from '../parts/staff-icon.tsx';
import type { LockTexts } from '../texts/texts.ts';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

type Props = {
  readonly texts: LockTexts['lock'];
  /** Whether what is typed can be sent now. */
  readonly canGo: boolean;
  readonly onDigit: (digit: string) => void;
  readonly onErase: () => void;
};

/** Large keys for fingers; the last one sends the form around them. */
export function PinPad({ texts, canGo, onDigit, onErase }: Props) {
  const key = (digit: string) => (
    <button key={digit} type="button" onClick={() => onDigit(digit)}>
      {digit}
    </button>
  );
  return (
    <div className="digits">
      {digits.map(key)}
      <button type="button" className="does" aria-label={texts.erase} onClick={onErase}>
        <StaffIcon name="erase" />
      </button>
      {key('0')}
      <button type="submit" className="go" aria-label={texts.button} disabled={!canGo}>
        <StaffIcon name="arrow" />
      </button>
    </div>
  );
}
