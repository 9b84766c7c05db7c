import { type ReactNode, type Ref, useState } from 'react';

type Props = {
  readonly src: string | null;
  readonly kind: 'logo' | 'picture';
  /** What is shown when there is none. */
  readonly instead?: ReactNode;
  readonly ref?: Ref<HTMLImageElement>;
};

/** A picture of the shop's own. One that is broken is as good as none. */
export function ShopImage({ src, kind, instead = null, ref = null }: Props) {
  const [broken, setBroken] = useState<string | null>(null);
  if (src === null || src === broken) return instead;
  return <img className={kind} ref={ref} src={src} alt="" draggable={false} onError={() => setBroken(src)} />;
}
