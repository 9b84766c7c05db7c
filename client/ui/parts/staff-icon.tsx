const shapes = {
  erase: 'M9 5.5h10A1.5 1.5 0 0 1 20.5 7v10a1.5 1.5 0 0 1-1.5 1.5H9L3 12zM11 9.5l5 5M16 9.5l-5 5',
  close: 'M6 6l12 12M18 6L6 18',
  chevron: 'M9 5.5l6.5 6.5L9 18.5',
  arrow: 'M4.5 12h15M13 5.5l6.5 6.5-6.5 6.5',
} as const;

/** A drawing for pages of staff, which no display has to load: beside words or a name that say the same, so hidden from screen readers. */
export function StaffIcon({ name }: { name: keyof typeof shapes }) {
  return (
    <svg className="icon" data-icon={name} viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
