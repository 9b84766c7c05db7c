/** @returns an address as a QR code: an SVG image as a `data:` URL, with the white around it that it needs (ISO/IEC 18004). */
export async function codeOf(address: string): Promise<string> {
  // Loaded only where staff look at it.
  const { default: qrcode } = await import('qrcode');
  const svg = await qrcode.toString(address, { type: 'svg', width: 400, errorCorrectionLevel: 'M' });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
