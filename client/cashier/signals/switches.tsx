import { useTexts } from '../context/texts.ts';
import { CashierIcon } from '../parts/cashier-icon.tsx';
import { canNotify } from './notify.ts';
import type { Signals } from './use-signals.ts';

/** The switches in the bar: sounds, and beside them notifications where the browser has any. */
export function Switches({ signals }: { signals: Signals }) {
  const { counter } = useTexts().texts;
  const { sound, notify, switchSound, switchNotify } = signals;
  return (
    <>
      <button
        type="button"
        aria-label={counter.sound}
        title={counter.sound}
        aria-pressed={sound}
        onClick={switchSound}
      >
        <CashierIcon name={sound ? 'sound' : 'silence'} />
      </button>
      {canNotify() && (
        <button
          type="button"
          aria-label={counter.notifications}
          title={counter.notifications}
          aria-pressed={notify}
          onClick={switchNotify}
        >
          <CashierIcon name={notify ? 'bell' : 'noBell'} />
        </button>
      )}
    </>
  );
}
