import { LabelledField } from '../../ui/parts/labelled-field.tsx';
import { useTexts } from '../context/texts.ts';

/** As many characters as the server accepts. */
const longest = 100;

type Props = { readonly reason: string; readonly onReason: (reason: string) => void };

/** Why money goes back: one of a few, or anything; it stands in the history. */
export function RefundReason({ reason, onReason }: Props) {
  const texts = useTexts().texts.reason;
  return (
    <>
      <LabelledField
        label={texts.label}
        type="text"
        autoComplete="off"
        maxLength={longest}
        value={reason}
        onType={onReason}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that fill in a field, not fields of a form */}
      <div className="suggestions" role="group" aria-label={texts.label}>
        {texts.ready.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === reason}
            onClick={() => onReason(one === reason ? '' : one)}
          >
            {one}
          </button>
        ))}
      </div>
    </>
  );
}
