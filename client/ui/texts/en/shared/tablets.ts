// What staff read about the addresses at which a tablet finds its page.
export const tablets = {
  title: 'Address for tablets',
  /** Of the picture of an address. */
  code: (address: string) => `QR code: ${address}`,
  /** Opens the less likely ones. */
  others: 'Other addresses, if the tablet does not find this one',
};
