import { useEffect } from 'react';
import ownIcon from '../../ui/mark.svg';
import attention from './icons/attention.svg';
import paid from './icons/paid.svg';
import unpaid from './icons/unpaid.svg';
import waiting from './icons/waiting.svg';
import type { TabState } from './tab-state.ts';

const icons: Readonly<Record<TabState, string>> = { idle: ownIcon, waiting, paid, unpaid, attention };

/** Shows a state in the tab's icon, and a title. */
export function useTab(state: TabState, title: string): void {
  useEffect(() => {
    document.title = title;
    document.querySelector('link[rel="icon"]')?.setAttribute('href', icons[state]);
  }, [state, title]);
}
