const shapes = {
  shop: 'M4.5 10v9.5h15V10M3.5 8.8L5.2 4.5h13.6l1.7 4.3a2.1 2.1 0 0 1-4.2.2 2.1 2.1 0 0 1-4.3 0 2.1 2.1 0 0 1-4.3 0 2.1 2.1 0 0 1-4.2-.2zM9.5 19.5V14h5v5.5',
  screen:
    'M6.4 3h11.2a1.9 1.9 0 0 1 1.9 1.9v14.2a1.9 1.9 0 0 1-1.9 1.9H6.4a1.9 1.9 0 0 1-1.9-1.9V4.9A1.9 1.9 0 0 1 6.4 3zM10.8 17.8h2.4',
  sale: 'M6.5 3.5h11v17l-2.2-1.6-1.7 1.6-1.6-1.6-1.6 1.6-1.7-1.6-2.2 1.6zM9.5 8.5h5M9.5 12.5h5',
  day: 'M12 3.4a8.6 8.6 0 1 1 0 17.2a8.6 8.6 0 0 1 0-17.2zM12 7.4V12l3 2.2',
  tills: 'M5 5h5v5H5zM14 5h5v5h-5zM5 14h5v5H5zM14 14h5v5h-5z',
  staff:
    'M9 11.2a3.4 3.4 0 1 0 0-6.8a3.4 3.4 0 0 0 0 6.8zM2.8 19.5c.5-3.3 3-5.2 6.2-5.2s5.7 1.9 6.2 5.2M16 5a3.2 3.2 0 0 1 0 6.2M18 14.8c1.8.8 2.9 2.4 3.2 4.7',
  audit: 'M5 4.5h12.5A1.5 1.5 0 0 1 19 6v13.5H6.5A1.5 1.5 0 0 1 5 18zM8.5 9h7M8.5 13h7',
  lock: 'M6.5 10.5h11A1.5 1.5 0 0 1 19 12v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19v-7a1.5 1.5 0 0 1 1.5-1.5zM8 10.5V7.6a4 4 0 0 1 8 0v2.9',
} as const;

/** A drawing beside words that say the same, so hidden from screen readers. */
export function Drawing({ name }: { readonly name: keyof typeof shapes }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
