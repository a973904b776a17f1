import { toString } from 'qrcode'

/** A QR code as an SVG data address, dark on light with its quiet zone, so that it also scans from a dark page. */
export async function qrDataUrl(text: string): Promise<string> {
  const svg = await toString(text, {
    type: 'svg',
    errorCorrectionLevel: 'M',
    margin: 4,
    color: { dark: '#1b1a18ff', light: '#ffffffff' },
  })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
