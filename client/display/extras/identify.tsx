import type { CSSProperties } from 'react';
import { useTexts } from '../texts/texts.ts';
import { linesFor } from './identify-size.ts';

/** Staff asked which screen this is: its till's name, as big as fits, over everything else. */
export function Identify() {
  const { till } = useTexts();
  const { characters, lines } = linesFor(till.name);
  const size = { '--characters': characters, '--lines': lines } as CSSProperties;
  return (
    <div className="identify" role="alert" style={size}>
      <p>{till.name}</p>
    </div>
  );
}
