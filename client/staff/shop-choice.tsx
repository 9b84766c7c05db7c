import { useStaffTexts } from './staff-texts.ts';

/** Stands for every shop; none can be called that. */
export const allShops = '*';

type Props = {
  readonly shops: readonly string[];
  /** A shop, `allShops`, or '' as long as nothing is chosen. */
  readonly chosen: string;
  readonly onChoose: (chosen: string) => void;
};

/** The shop of a person. None is chosen at first, so that nobody is given all shops by mistake. */
export function ShopChoice({ shops, chosen, onChoose }: Props) {
  const { staff } = useStaffTexts();
  return (
    <label className="field">
      {staff.shop}
      <select value={chosen} onChange={(event) => onChoose(event.target.value)}>
        <option value="" disabled>
          {staff.chooseShop}
        </option>
        {shops.map((shop) => (
          <option key={shop} value={shop}>
            {shop}
          </option>
        ))}
        <option value={allShops}>{staff.allShops}</option>
      </select>
    </label>
  );
}
