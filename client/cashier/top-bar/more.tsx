import { useEffect, useId, useRef, useState } from 'react';
import { useStaff } from '../context/session-context.tsx';
import { useTexts } from '../context/texts.ts';
import { CashierIcon } from '../parts/cashier-icon.tsx';
import { Switches } from '../signals/switches.tsx';
import type { Signals } from '../signals/use-signals.ts';

type Props = {
  readonly signals: Signals;
  readonly isSigningOut: boolean;
  readonly onDisplays: () => void;
  readonly onSignOut: () => void;
};

/** All that is not needed in every sale, a tap further. */
export function More({ signals, isSigningOut, onDisplays, onSignOut }: Props) {
  const { cashier, displays, pages, stage } = useTexts().texts;
  const { role } = useStaff();
  const { box, isOpen, setOpen } = useMenu();
  const listId = useId();
  const thenClose = (act: () => void) => () => {
    setOpen(false);
    act();
  };
  return (
    <div className="more" ref={box}>
      <button
        type="button"
        className="to-more"
        aria-label={stage.more}
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true">{stage.more}</span>
        <CashierIcon name="down" />
      </button>
      <div className="menu" id={listId} hidden={!isOpen}>
        <div className="switches">
          <Switches signals={signals} />
        </div>
        <button type="button" onClick={thenClose(onDisplays)}>
          {displays.title}
        </button>
        <a href="/">{pages.allTills}</a>
        {role === 'manager' && (
          <>
            <a className="only-narrow" href="/reconciliation" target="_blank" rel="noopener">
              {pages.endOfDay}
            </a>
            <a href="/staff" target="_blank" rel="noopener">
              {pages.staff}
            </a>
            <a href="/settings" target="_blank" rel="noopener">
              {pages.settings}
            </a>
          </>
        )}
        <button type="button" disabled={isSigningOut} onClick={onSignOut}>
          {isSigningOut ? cashier.signingOut : cashier.signOut}
        </button>
      </div>
    </div>
  );
}

/** Open until something else is touched. */
function useMenu() {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const close = ({ target }: Event) => {
      if (target instanceof Node && !box.current?.contains(target)) setOpen(false);
    };
    const closeWithEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
      // It is the menu that Escape is for, and not the sale.
      event.preventDefault();
      setOpen(false);
      box.current?.querySelector('button')?.focus();
    };
    addEventListener('pointerdown', close);
    // Before the shortcuts of the page, which listen to its window.
    document.addEventListener('keydown', closeWithEscape);
    return () => {
      removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', closeWithEscape);
    };
  }, [isOpen]);
  return { box, isOpen, setOpen };
}
