const shapes = {
  check: 'M4.5 12.8l4.8 4.7L19.5 6.8',
  phone:
    'M9.4 2.5h5.2A2.4 2.4 0 0 1 17 4.9v14.2a2.4 2.4 0 0 1-2.4 2.4H9.4A2.4 2.4 0 0 1 7 19.1V4.9a2.4 2.4 0 0 1 2.4-2.4zM10.8 18.4h2.4M9.6 10.2l1.8 1.8 3.2-3.4',
  dots: 'M6 12h.01M12 12h.01M18 12h.01',
  back: 'M9 6.5L4 11.5l5 5M4 11.5h10a5 5 0 0 1 5 5V18',
  clock: 'M12 3.4a8.6 8.6 0 1 1 0 17.2a8.6 8.6 0 0 1 0-17.2zM12 7.4V12l3 2.2',
  alert: 'M12 6.5v6.8M12 17.4h.01',
  scan: 'M3.5 8V5.5a2 2 0 0 1 2-2H8M16 3.5h2.5a2 2 0 0 1 2 2V8M20.5 16v2.5a2 2 0 0 1-2 2H16M8 20.5H5.5a2 2 0 0 1-2-2V16M8 8h2.6v2.6H8zM13.4 8H16v2.6h-2.6zM8 13.4h2.6V16H8zM14.7 14.7h.01',
} as const;

export type IconName = keyof typeof shapes;

/** A drawing beside words that say the same, so hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" data-icon={name} viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} pathLength={name === 'check' ? 1 : undefined} />
    </svg>
  );
}
