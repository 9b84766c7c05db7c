import { useEffect, useState } from 'react';

const retryDelaysMs = [500, 1000, 2000, 4000];

/** The QR on its white card. An image that did not load is fetched again until it does. */
export function QrCode({ href, alt }: { href: string; alt: string }) {
  const [failures, setFailures] = useState(0);
  const [attempt, setAttempt] = useState(0);
  const [loadedHref, setLoadedHref] = useState<string | null>(null);
  useEffect(() => {
    if (failures === 0) return;
    const delayMs = retryDelaysMs[Math.min(failures, retryDelaysMs.length) - 1];
    const timer = setTimeout(() => setAttempt(failures), delayMs);
    return () => clearTimeout(timer);
  }, [failures]);
  return (
    <div className="qr" data-loaded={loadedHref === href}>
      <img
        key={attempt}
        src={href}
        alt={alt}
        draggable={false}
        onLoad={() => setLoadedHref(href)}
        onError={() => setFailures(attempt + 1)}
      />
    </div>
  );
}
