import { join } from 'node:path'
import { Document, Font, Page, Path, Rect, StyleSheet, Svg, Text, View, renderToBuffer } from '@react-pdf/renderer'
import { create } from 'qrcode'
import { singleton } from '~/singleton.server'

/** A label in both languages, the reader’s first. */
export interface TwoTongued {
  first: string
  second: string
}

/** Everything a receipt says, already in words. */
export interface Receipt {
  lang: 'zh-CN' | 'en'
  heading: TwoTongued
  /** what it proves and what it does not */
  proves: TwoTongued
  event: TwoTongued
  /** the number that is read out on the phone */
  number: { label: TwoTongued; value: string }
  facts: { label: TwoTongued; value: string }[]
  filesHeading: TwoTongued
  files: { label: string; name: string; size: string; sha256: string }[]
  hashes: { label: TwoTongued; value: string }[]
  /** where the entry stands; also as a QR code */
  address: { label: TwoTongued; url: string }
  /** said when a character has no glyph in any font here */
  missing: TwoTongued
  house: string
}

export const FAMILIES = ['Noto Sans SC', 'Rare SC 1', 'Rare SC 2']
const FILES = ['noto-sans-sc.ttf', 'noto-sans-rare-jp.ttf', 'noto-sans-rare-hk.ttf']

/** The fonts travel with the program: 31,000 characters and 2,300 rarer ones that names have. Read once. */
export const loadFonts = (): Promise<void> =>
  singleton('receipt-fonts', async () => {
    for (const [n, family] of FAMILIES.entries()) Font.register({ family, src: join(process.cwd(), 'app/gateways/fonts', FILES[n] ?? '') })
    // Chinese breaks between any two characters and takes no hyphen, and so does a hash or a long address
    Font.registerHyphenationCallback((word) =>
      word.length > 24 || /[^\u0000-\u024f]/.test(word) ? [...word].flatMap((character) => [character, '']) : [word],
    )
    for (const fontFamily of FAMILIES) await Font.load({ fontFamily })
  })

/** Sets a receipt as PDF, A4. A character no font here has is printed as 〓, which printers use for it, and said to be. */
export async function renderReceipt(receipt: Receipt): Promise<Buffer> {
  await loadFonts()
  const fonts = FAMILIES.map((fontFamily) => Font.getFont({ fontFamily })?.data)
  const printable = (character: string) => {
    const points = [...character].map((one) => one.codePointAt(0) ?? 0)
    return points.every(
      (point) => point < 0x20 || fonts.some((font) => font && 'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(point)),
    )
  }
  const plain = mapTexts(receipt, (text) =>
    [...new Intl.Segmenter().segment(text)].map(({ segment }) => (printable(segment) ? segment : '〓')).join(''),
  )
  return renderToBuffer(<ReceiptDocument receipt={plain} lacking={JSON.stringify(plain) !== JSON.stringify(receipt)} />)
}

function mapTexts<T>(value: T, map: (text: string) => string): T {
  if (typeof value === 'string') return map(value) as T
  if (Array.isArray(value)) return value.map((one: unknown) => mapTexts(one, map)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one as unknown, map)])) as T
}

const ink = '#1b1a18'
const quiet = '#6b645b'
const thread = '#dcd3c5'
const style = StyleSheet.create({
  page: { paddingTop: 36, paddingBottom: 48, paddingHorizontal: 48, fontFamily: FAMILIES, fontSize: 9.5, lineHeight: 1.5, color: ink },
  head: { flexDirection: 'row', alignItems: 'center', marginBottom: 16 },
  house: { marginLeft: 8, fontSize: 11 },
  heading: { fontSize: 24, lineHeight: 1.25 },
  second: { color: quiet, fontSize: 8, lineHeight: 1.4 },
  event: { marginTop: 8, fontSize: 12 },
  selvedge: { marginTop: 14, height: 3, borderTopWidth: 1, borderBottomWidth: 1, borderColor: ink },
  top: { flexDirection: 'row', marginTop: 12, marginBottom: 12 },
  number: { fontSize: 26, lineHeight: 1.3, color: '#1f3b63' },
  row: { flexDirection: 'row', borderTopWidth: 0.6, borderColor: thread, paddingVertical: 4 },
  label: { width: 150, paddingRight: 12 },
  value: { flex: 1 },
  files: { marginTop: 12, paddingBottom: 4 },
  hash: { fontSize: 8.4, color: '#544f48' },
  proves: { marginTop: 6, marginBottom: 2 },
  foot: {
    position: 'absolute',
    left: 48,
    right: 48,
    bottom: 26,
    flexDirection: 'row',
    justifyContent: 'space-between',
    color: quiet,
    fontSize: 7.5,
  },
})

function ReceiptDocument({ receipt, lacking }: { receipt: Receipt; lacking: boolean }) {
  const { heading, event, number, facts, filesHeading, files, hashes, address, proves, missing, house } = receipt
  return (
    <Document title={`${heading.first} ${number.value}`} language={receipt.lang}>
      <Page size="A4" style={style.page}>
        <View style={style.head}>
          <Mark />
          <Text style={style.house}>{house}</Text>
        </View>
        <Text style={style.heading}>{heading.first}</Text>
        <Text style={style.second}>{heading.second}</Text>
        <Text style={style.event}>{event.first}</Text>
        <Text style={style.second}>{event.second}</Text>
        <View style={style.selvedge} />
        <View style={style.top}>
          <View style={style.value}>
            <Label {...number.label} />
            <Text style={style.number}>{number.value}</Text>
            <Text style={style.proves}>{proves.first}</Text>
            <Text style={style.second}>{proves.second}</Text>
          </View>
          <View style={{ width: 96, marginLeft: 24 }}>
            <QrCode text={address.url} side={96} />
          </View>
        </View>
        {facts.map(({ label, value }) => (
          <View key={label.first} style={style.row} wrap={false}>
            <View style={style.label}>
              <Label {...label} />
            </View>
            <Text style={style.value}>{value}</Text>
          </View>
        ))}
        <View style={style.files}>
          <Label {...filesHeading} />
        </View>
        {files.map(({ label, name, size, sha256 }) => (
          <View key={sha256 + name} style={style.row} wrap={false}>
            <Text style={style.label}>{label}</Text>
            <View style={style.value}>
              <Text>
                {name} <Text style={{ color: quiet }}>{size}</Text>
              </Text>
              <Text style={style.hash}>SHA-256 {sha256}</Text>
            </View>
          </View>
        ))}
        <View style={{ marginTop: 10 }} />
        {hashes.map(({ label, value }) => (
          <View key={label.first} style={style.row} wrap={false}>
            <View style={style.label}>
              <Label {...label} />
            </View>
            <Text style={[style.value, style.hash]}>{value}</Text>
          </View>
        ))}
        <View style={style.row} wrap={false}>
          <View style={style.label}>
            <Label {...address.label} />
          </View>
          <Text style={style.value}>{address.url}</Text>
        </View>
        {lacking && (
          <Text style={[style.second, { marginTop: 8 }]}>
            {missing.first} {missing.second}
          </Text>
        )}
        <View style={style.foot} fixed>
          <Text>{number.value}</Text>
          <Text render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
        </View>
      </Page>
    </Document>
  )
}

const Label = ({ first, second }: TwoTongued) => (
  <Text>
    {first} <Text style={style.second}>{second}</Text>
  </Text>
)

const Mark = () => (
  <Svg viewBox="0 0 28 28" style={{ width: 20, height: 20 }}>
    <Path fill="#1f3b63" d="M6 0h5v4.5H6zM6 12.5h5V28H6zM17 0h5v15.5h-5zM17 23.5h5V28h-5z" />
    <Path fill={ink} d="M0 6h15.5v5H0zM23.5 6H28v5h-4.5zM0 17h4.5v5H0zM12.5 17H28v5H12.5z" />
  </Svg>
)

/** A QR code as lines, sharp at any size. */
export function QrCode({ text, side }: { text: string; side: number }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const dark = Array.from(modules.data, (bit, n) => (bit ? `M${n % modules.size} ${Math.floor(n / modules.size)}h1v1h-1z` : '')).join('')
  return (
    <Svg viewBox={`-2 -2 ${modules.size + 4} ${modules.size + 4}`} style={{ width: side, height: side }}>
      <Rect x={-2} y={-2} width={modules.size + 4} height={modules.size + 4} fill="#fff" />
      <Path fill={ink} d={dark} />
    </Svg>
  )
}
