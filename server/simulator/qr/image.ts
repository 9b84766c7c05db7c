import QRCode from 'qrcode';

// Four light modules around the symbol, without which scanners may not find it: ISO/IEC 18004.
const quietZone = 4;

/** An SVG that scales without blur. */
export function drawSvg(text: string): Promise<string> {
  return QRCode.toString(text, { type: 'svg', margin: quietZone });
}

/**
 * PNG's filter "up": most rows are as the one above, and trying all filters on each takes four times as long. Made anew for each
 * image, because the renderer writes into it.
 */
const asTheRowAbove = () => ({ filterType: 2, deflateLevel: 9 });

/** @param sizePx width and height */
export function drawPng(text: string, sizePx: number): Promise<Buffer> {
  const rendererOpts = asTheRowAbove();
  return QRCode.toBuffer(text, { type: 'png', margin: quietZone, width: sizePx, rendererOpts });
}
