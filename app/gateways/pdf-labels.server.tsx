import { Document, Page, StyleSheet, Text, View, renderToBuffer } from '@react-pdf/renderer'
import { FAMILIES, QrCode, type TwoTongued, loadFonts } from './pdf-receipt.server'

/** One label, already in words: Chinese first, English second. */
export interface Label {
  code: string
  kind: TwoTongued
  /** 2 / 4 */
  count: string
  /** what hands and hand scanners type: K-0417-G2 */
  short: string
  event: TwoTongued
  url: string
}

const PER_SHEET = 10
const quiet = '#544f48'
const style = StyleSheet.create({
  page: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignContent: 'flex-start',
    fontFamily: FAMILIES,
    color: '#1b1a18',
    fontSize: 9,
    lineHeight: 1.3,
  },
  // two by five on A4: 105 × 59.4 mm each, a common sheet of labels
  label: { width: 297.6, height: 168.3, padding: 14, flexDirection: 'row', alignItems: 'center', borderWidth: 0.3, borderColor: '#dcd3c5' },
  text: { flex: 1, paddingLeft: 12, height: 128, justifyContent: 'space-between' },
  code: { fontSize: 35, lineHeight: 1.15 },
  kind: { fontSize: 15, lineHeight: 1.35 },
  second: { color: quiet, fontSize: 7.5, lineHeight: 1.35 },
})

/** Sets labels as PDF: ten to a sheet, the code as large as it gets, in the order given. */
export async function renderLabels(labels: readonly Label[]): Promise<Buffer> {
  await loadFonts()
  const sheets = Array.from({ length: Math.ceil(labels.length / PER_SHEET) }, (_, n) => labels.slice(n * PER_SHEET, (n + 1) * PER_SHEET))
  return renderToBuffer(
    <Document title="标签 Labels" language="zh-CN">
      {sheets.map((sheet, n) => (
        <Page key={n} size="A4" style={style.page}>
          {sheet.map(({ code, kind, count, short, event, url }) => (
            <View key={short} style={style.label} wrap={false}>
              <QrCode text={url} side={118} />
              <View style={style.text}>
                <View>
                  <Text>{event.first}</Text>
                  <Text style={style.second}>{event.second}</Text>
                </View>
                <Text style={style.code}>{code}</Text>
                <View>
                  <Text style={style.kind}>
                    {kind.first} {count}
                  </Text>
                  <Text style={style.second}>
                    {kind.second} · {short}
                  </Text>
                </View>
              </View>
            </View>
          ))}
        </Page>
      ))}
    </Document>,
  )
}
