import { SwitchRow } from '../fields/switch-row.tsx';
import { useSaving } from '../saving.tsx';
import { useSettingsTexts } from '../settings-texts.ts';
import { AmountRow } from './amount-row.tsx';
import { CaptureRow } from './capture-row.tsx';

/** What a sale does, and what goes back without a manager. */
export function SaleRoom() {
  const texts = useSettingsTexts().settings;
  const { values, setBy } = useSaving().settings;
  return (
    <>
      <div className="group">
        <SwitchRow
          name="printsSlip"
          texts={texts.printsSlip}
          saved={values.printsSlip}
          setBy={setBy['printsSlip']}
        />
        <CaptureRow />
      </div>
      <div className="group">
        <AmountRow name="cashierRefundLimit" />
        <AmountRow name="cashierRefundLimitPerDay" />
        <AmountRow name="refundApprovalAbove" />
      </div>
    </>
  );
}
