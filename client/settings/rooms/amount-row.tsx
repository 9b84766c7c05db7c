import { moneyParts, moneyText, parseMinor, typedFromMinor } from '../../ui/base/money.ts';
import { changeSettings } from '../api.ts';
import { amountOf } from '../fields/setting-text.ts';
import { TypedRow } from '../fields/typed-row.tsx';
import { useSaving } from '../saving.tsx';
import { useSettingsTexts } from '../settings-texts.ts';

/** As the server has it, in minor units: what one payment may be, and ten times that in a day. */
const mostMinor = {
  cashierRefundLimit: 65_000_000,
  refundApprovalAbove: 65_000_000,
  cashierRefundLimitPerDay: 650_000_000,
} as const;
const exampleMinor = 50_000;
/** How many times the limit of one payment that of a day is, unless another is set. */
const timesADay = 10;

type Props = { readonly name: keyof typeof mostMinor };

/** A limit in the shop's currency. */
export function AmountRow({ name }: Props) {
  const { settings: texts, locale } = useSettingsTexts();
  const { values, setBy, currency } = useSaving().settings;
  const minor = values[name];
  const isNeeded = name === 'cashierRefundLimit';
  const isDaily = name === 'cashierRefundLimitPerDay';
  const read = (typed: string) => {
    const amount = amountOf(typed, mostMinor[name], locale);
    return amount === '' && isNeeded ? null : amount;
  };
  const unit = moneyParts({ value: 0, currency }, locale).find((part) => part.isCurrency && part.text.trim());
  const wrong = texts.notAmount(
    typedFromMinor(exampleMinor, locale),
    moneyText({ value: mostMinor[name], currency }, locale),
  );
  return (
    <TypedRow
      name={name}
      texts={{ ...texts[name], wrong }}
      saved={minor === null ? '' : typedFromMinor(minor, locale)}
      read={read}
      act={(typed, { shop }) => changeSettings(shop, { [name]: typed === '' ? null : parseMinor(typed) })}
      setBy={setBy[name]}
      unit={unit?.text.trim() ?? currency}
      inputMode="decimal"
      placeholder={isDaily ? typedFromMinor(timesADay * values.cashierRefundLimit, locale) : undefined}
    />
  );
}
