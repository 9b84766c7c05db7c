import { useEffect, useRef } from 'react';
import { Drawing } from './drawing.tsx';
import { useSettingsTexts } from './settings-texts.ts';
import { type Room, rooms } from './use-room.ts';

/** The ways to the parts of the settings, and to the pages that are about the shop as well. */
export function RoomsNav({ current }: { readonly current: Room }) {
  const { pages, settings } = useSettingsTexts();
  const strip = useRef<HTMLElement>(null);
  // On a phone the strip of rooms is wider than the screen.
  useEffect(() => {
    const link = strip.current?.querySelector(`[href="#${current}"]`);
    link?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <nav className="rooms" ref={strip} aria-label={pages.settings}>
      {rooms.map((room) => (
        <a key={room} href={`#${room}`} aria-current={room === current ? 'page' : undefined}>
          <Drawing name={room} />
          {settings.rooms[room]}
        </a>
      ))}
      {(['staff', 'audit'] as const).map((page) => (
        <a key={page} href={`/${page}`}>
          <Drawing name={page} />
          {pages[page]}
        </a>
      ))}
    </nav>
  );
}
