import { type CSSProperties, useEffect, useState } from 'react';
import { preparedPadding } from './preload-code.ts';
import { measurePadding, widestPadding } from './quiet-zone.ts';

const retryDelaysMs = [500, 1000, 2000, 4000];

/** The QR on its white card. An image that did not load is fetched again until it does. */
export function QrCode({ href, alt }: { href: string; alt: string }) {
  const [failures, setFailures] = useState(0);
  const [attempt, setAttempt] = useState(0);
  const [shown, setShown] = useState({ href, padding: preparedPadding(href) });
  const padding = shown.href === href ? shown.padding : preparedPadding(href);
  const measure = (image: HTMLImageElement) => setShown({ href, padding: measurePadding(image) });
  useEffect(() => {
    if (failures === 0) return;
    const delayMs = retryDelaysMs[Math.min(failures, retryDelaysMs.length) - 1];
    const timer = setTimeout(() => setAttempt(failures), delayMs);
    return () => clearTimeout(timer);
  }, [failures]);
  return (
    <div
      className="qr"
      data-loaded={padding !== null}
      style={{ '--padding': padding ?? widestPadding } as CSSProperties}
    >
      <img
        key={attempt}
        src={href}
        alt={alt}
        draggable={false}
        decoding="sync"
        onLoad={({ currentTarget }) => padding === null && measure(currentTarget)}
        onError={() => setFailures(attempt + 1)}
      />
    </div>
  );
}
