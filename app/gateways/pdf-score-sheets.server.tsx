import { Document, Page, StyleSheet, Text, View, renderToBuffer } from '@react-pdf/renderer'
import { FAMILIES, type TwoTongued, loadFonts } from './pdf-receipt.server'

/** Blank sheets, one for each judge and work, already in words: Chinese first, English second. */
export interface ScoreSheets {
  heading: TwoTongued
  event: TwoTongued
  stage: TwoTongued
  labels: Record<'judge' | 'range' | 'weight' | 'mark' | 'signature' | 'typed' | 'check', TwoTongued>
  criteria: { name: TwoTongued; range: string; weight: string }[]
  sheets: { label: string; judge: string; code: string; title: string }[]
}

const ink = '#1b1a18'
const quiet = '#6b645b'
const style = StyleSheet.create({
  page: { paddingHorizontal: 40, paddingVertical: 0, fontFamily: FAMILIES, fontSize: 9.5, lineHeight: 1.4, color: ink },
  sheet: { height: 420.9, paddingTop: 30, paddingBottom: 22 },
  cut: { borderTopWidth: 0.6, borderStyle: 'dashed', borderColor: quiet },
  second: { color: quiet, fontSize: 7.5, lineHeight: 1.4 },
  head: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    alignItems: 'flex-end',
    borderBottomWidth: 1.2,
    borderColor: ink,
    paddingBottom: 6,
  },
  code: { fontSize: 30, lineHeight: 1.2 },
  row: { flexDirection: 'row', alignItems: 'center', borderBottomWidth: 0.6, borderColor: '#948874', minHeight: 30 },
  name: { flex: 1, paddingRight: 8 },
  small: { width: 62 },
  box: { width: 92, height: 24, borderWidth: 0.8, borderColor: ink },
  foot: { position: 'absolute', left: 0, right: 0, bottom: 20, flexDirection: 'row', justifyContent: 'space-between' },
  line: { width: 150, borderTopWidth: 0.8, borderColor: ink, paddingTop: 2 },
})

/** Sets blank score sheets as PDF: two to a sheet of A4, to be cut, in the order given. */
export async function renderScoreSheets(given: ScoreSheets): Promise<Buffer> {
  await loadFonts()
  const { heading, event, stage, labels, criteria, sheets } = given
  const pages = Array.from({ length: Math.ceil(sheets.length / 2) }, (_, n) => sheets.slice(n * 2, n * 2 + 2))
  return renderToBuffer(
    <Document title={`${heading.first} ${stage.first}`} language="zh-CN">
      {pages.map((pair, n) => (
        <Page key={n} size="A4" style={style.page}>
          {pair.map((sheet, at) => (
            <View key={sheet.label + sheet.code} style={at === 0 ? style.sheet : [style.sheet, style.cut]} wrap={false}>
              <View style={style.head}>
                <View>
                  <Text style={{ fontSize: 15, lineHeight: 1.5 }}>
                    {heading.first} <Text style={style.second}>{heading.second}</Text>
                  </Text>
                  <Text>
                    {event.first} · {stage.first}
                  </Text>
                  <Text style={style.second}>
                    {event.second} · {stage.second}
                  </Text>
                </View>
                <View style={{ alignItems: 'flex-end' }}>
                  <Text style={style.code}>{sheet.code}</Text>
                  <Text>{sheet.title}</Text>
                </View>
              </View>
              <View style={[style.row, { minHeight: 26 }]}>
                <Text style={style.name}>
                  {labels.judge.first} <Text style={style.second}>{labels.judge.second}</Text> {sheet.label} {sheet.judge}
                </Text>
                <Text style={[style.small, style.second]}>
                  {labels.range.first} {labels.range.second}
                </Text>
                <Text style={[style.small, style.second]}>
                  {labels.weight.first} {labels.weight.second}
                </Text>
                <Text style={[{ width: 92 }, style.second]}>
                  {labels.mark.first} {labels.mark.second}
                </Text>
              </View>
              {criteria.map(({ name, range, weight }) => (
                <View key={name.first} style={style.row}>
                  <View style={style.name}>
                    <Text>{name.first}</Text>
                    <Text style={style.second}>{name.second}</Text>
                  </View>
                  <Text style={style.small}>{range}</Text>
                  <Text style={style.small}>{weight}</Text>
                  <View style={style.box} />
                </View>
              ))}
              <View style={style.foot}>
                {[labels.signature, labels.typed, labels.check].map((label) => (
                  <View key={label.first} style={style.line}>
                    <Text>
                      {label.first} <Text style={style.second}>{label.second}</Text>
                    </Text>
                  </View>
                ))}
              </View>
            </View>
          ))}
        </Page>
      ))}
    </Document>,
  )
}
