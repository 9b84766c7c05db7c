import { Drawing } from './drawing.tsx';
import { useSettingsTexts } from './settings-texts.ts';
import { type Room, rooms } from './use-room.ts';

/** The ways to the parts of the settings, and to the pages that are about the shop as well. */
export function RoomsNav({ current }: { readonly current: Room }) {
  const { pages, settings } = useSettingsTexts();
  return (
    <nav className="rooms" aria-label={pages.settings}>
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
