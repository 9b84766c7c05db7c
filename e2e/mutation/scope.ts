// What is broken on purpose, and which unit tests have to notice: those of the same room that need no fault table.

export type Group = { mutate: string[]; tests: string[] };

const inRoom = (room: string, names: string) => names.split(' ').map((name) => `server/${room}/${name}.ts`);

/** Each group has to reach the score by itself. */
export const groups: Record<string, Group> = {
  /** The life of a payment: what is taken, given back, and said of it. */
  payments: {
    mutate: inRoom('payments', 'payment signs changes wishes carried-out late-money problems sale'),
    tests: [
      ...inRoom('payments', 'payment.test changes.test changes-starting.test changes-agreement.test'),
      ...inRoom('payments', 'wishes.test carried-out.test late-money.test sale.test apply.property.test'),
    ],
  },
  /** What goes to Vipps, and what its answers mean. */
  vipps: {
    mutate: [
      ...inRoom('vipps', 'ecom ecom-history epayment cancel-keys minor receipt answer errors'),
      ...inRoom('vipps', 'recurring recurring-answers recurring-charges recurring-draft'),
    ],
    tests: [
      ...inRoom('vipps', 'ecom.test ecom-answers.test ecom-calls.test ecom-full.test'),
      ...inRoom(
        'vipps',
        'epayment-answers.test epayment-calls.test cancel-keys.test minor.test receipt.test',
      ),
      ...inRoom('vipps', 'recurring.test recurring-answers.test recurring-calls.test recurring-charges.test'),
      ...inRoom('vipps', 'answer.test errors.test wire-shapes.test'),
    ],
  },
  /** What is written of it, and found again. */
  store: {
    mutate: inRoom('store', 'writes due day tables'),
    tests: inRoom('store', 'sqlite.test'),
  },
};

/** @throws for any other name than that of a group. */
export function groupNamed(name: string | undefined): Group {
  const group = groups[name ?? ''];
  if (group === undefined) throw new Error(`"${name}" is none of ${Object.keys(groups).join(', ')}.`);
  return group;
}
