import { useEffect, useEffectEvent } from 'react';
import { type KeyMeaning, type KeyStroke, meaningOf } from './key-strokes.ts';

function focusOf(target: EventTarget | null): KeyStroke['focus'] {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input, textarea, select')) return 'text';
  return target.closest('button, a') ? 'control' : 'page';
}

/** Listens to the keyboard wherever the focus is, but not while a dialog is open. */
export function useShortcuts(onKey: (meaning: KeyMeaning) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
    const meaning = meaningOf({
      key: event.key,
      repeat: event.repeat,
      modified: event.ctrlKey || event.altKey || event.metaKey,
      focus: focusOf(event.target),
    });
    if (!meaning) return;
    event.preventDefault();
    // After typing an amount Enter charges it, and does not press the button that was used last.
    if (meaning.type === 'pad' && document.activeElement instanceof HTMLElement)
      document.activeElement.blur();
    onKey(meaning);
  });
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
