type Chip<T extends string> = { readonly value: T; readonly label: string; readonly lang?: string };

type Props<T extends string> = {
  readonly labelledBy: string;
  readonly describedBy?: string;
  readonly chips: readonly Chip<T>[];
  readonly isPressed: (value: T) => boolean;
  readonly disabled?: (value: T) => boolean;
  readonly onPress: (value: T) => void;
};

/** A few things to choose from, side by side. */
export function Chips<T extends string>(props: Props<T>) {
  const { labelledBy, describedBy, chips, isPressed, disabled, onPress } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the name of the row stands beside it, not in it
    <div className="chips" role="group" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {chips.map(({ value, label, lang }) => (
        <button
          key={value}
          type="button"
          lang={lang}
          aria-pressed={isPressed(value)}
          disabled={disabled?.(value)}
          onClick={() => onPress(value)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
