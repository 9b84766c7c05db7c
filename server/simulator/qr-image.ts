import QRCode from 'qrcode';

// Four light modules around the symbol, without which scanners may not find it: ISO/IEC 18004.
const quietZone = 4;

/** An SVG that scales without blur. */
export function drawSvg(text: string): Promise<string> {
  return QRCode.toString(text, { type: 'svg', margin: quietZone });
}

/** @param sizePx width and height */
export function drawPng(text: string, sizePx: number): Promise<Buffer> {
  return QRCode.toBuffer(text, { type: 'png', margin: quietZone, width: sizePx });
}
