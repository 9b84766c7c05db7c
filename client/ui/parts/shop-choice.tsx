type Props = {
  readonly label: string;
  readonly shops: readonly { readonly id: string; readonly name: string | null }[];
  readonly chosen: string;
  readonly onChoose: (shop: string) => void;
};

/** For a manager of all shops: whose settings are shown. */
export function ShopChoice({ label, shops, chosen, onChoose }: Props) {
  return (
    <label className="field shop-choice">
      {label}
      <select value={chosen} onChange={({ target }) => onChoose(target.value)}>
        {shops.map(({ id, name }) => (
          <option key={id} value={id}>
            {name ?? id}
          </option>
        ))}
      </select>
    </label>
  );
}
