import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { StaffIcon } from '../../ui/parts/staff-icon.tsx';
import { useTexts } from '../context/texts.ts';

type Props = {
  readonly title: string;
  /** As wide as a list needs. */
  readonly isWide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A window over the tab, which Escape closes. */
export function Dialog({ title, isWide = false, onClose, children }: Props) {
  const { texts } = useTexts();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the effects of the children: opening moves the focus, and a field with autofocus takes it after that.
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={isWide ? 'details wide' : 'details'}
      aria-labelledby={titleId}
      // The close event of a dialog inside this one arrives here, too.
      onClose={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="close" aria-label={texts.cashier.close} onClick={onClose}>
          <StaffIcon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
