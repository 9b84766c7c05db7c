import { Icon } from '../ui/parts/icon.tsx';
import { DayRoom } from './rooms/day-room.tsx';
import { SaleRoom } from './rooms/sale-room.tsx';
import { ScreenRoom } from './rooms/screen-room.tsx';
import { ShopRoom } from './rooms/shop-room.tsx';
import { useSaving } from './saving.tsx';
import { useSettingsTexts } from './settings-texts.ts';
import { TillsRoom } from './tills/tills-room.tsx';
import type { Room } from './use-room.ts';

const rooms: Readonly<Record<Room, () => React.ReactNode>> = {
  shop: ShopRoom,
  screen: ScreenRoom,
  sale: SaleRoom,
  day: DayRoom,
  tills: TillsRoom,
};

/** What is set in one room. */
export function RoomView({ room }: { readonly room: Room }) {
  const { settings } = useSettingsTexts();
  const Content = rooms[room];
  return (
    <section className="form" aria-labelledby="room">
      <header>
        <h2 id="room">{settings.rooms[room]}</h2>
        <Saved />
      </header>
      <Content />
    </section>
  );
}

/** How the last change stands. */
function Saved() {
  const { settings } = useSettingsTexts();
  const { status } = useSaving();
  const { saving, saved, savedOnScreens, notSaved } = settings;
  const said = { none: '', saving, saved, shown: savedOnScreens, failed: notSaved }[status];
  const isSaved = status === 'saved' || status === 'shown';
  return (
    <p className="saved" role="status" data-status={status}>
      {isSaved && <Icon name="check" />}
      {said}
    </p>
  );
}
