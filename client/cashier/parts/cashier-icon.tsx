const shapes = {
  sound: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11',
  silence: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5a2.1 2.1 0 0 0 4 0',
  noBell: 'M6 16.5V11a6 6 0 0 1 9.2-5M18 11v5.5l1.5 1.5H7M10 20.5a2.1 2.1 0 0 0 4 0M4 4l16 16',
  tablet:
    'M6 3h12a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 18 21H6a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 6 3zM11 18h2',
  find: 'M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13zM15.5 15.5l5 5',
  again: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.6 3.6v3.9h-3.9',
  whole:
    'M4 8.5V5.8A1.8 1.8 0 0 1 5.8 4h2.7M15.5 4h2.7A1.8 1.8 0 0 1 20 5.8v2.7M20 15.5v2.7a1.8 1.8 0 0 1-1.8 1.8h-2.7M8.5 20H5.8A1.8 1.8 0 0 1 4 18.2v-2.7',
  lock: 'M6.5 10.5h11A1.5 1.5 0 0 1 19 12v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19v-7a1.5 1.5 0 0 1 1.5-1.5zM8 10.5V7.6a4 4 0 0 1 8 0v2.9',
  list: 'M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4.2 6.5h.01M4.2 12h.01M4.2 17.5h.01',
  down: 'M5.5 9l6.5 6.5L18.5 9',
  write: 'M4.5 19.5l.9-4L16 4.9a1.8 1.8 0 0 1 2.5 0l.6.6a1.8 1.8 0 0 1 0 2.5L8.5 18.6z',
  star: 'M12 3.8l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z',
  plus: 'M12 5v14M5 12h14',
  times: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  card: 'M20.5 10.5V7.1a1.6 1.6 0 0 0-1.6-1.6H4.6A1.6 1.6 0 0 0 3 7.1v9.8a1.6 1.6 0 0 0 1.6 1.6h7.2M3 9.8h17.5M16 14l5 5M21 14l-5 5',
  warned: 'M12 3.6a8.4 8.4 0 1 1 0 16.8a8.4 8.4 0 0 1 0-16.8zM12 7.8v5M12 16.2h.01',
  stopped: 'M12 3.6a8.4 8.4 0 1 1 0 16.8a8.4 8.4 0 0 1 0-16.8zM6.2 6.2l11.6 11.6',
} as const;

/** A drawing of the cashier's tab alone, beside words or a name that say the same, so hidden from screen readers. */
export function CashierIcon({ name }: { name: keyof typeof shapes }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
