import { Document, Page, StyleSheet, Text, View, renderToBuffer } from '@react-pdf/renderer'
import { FAMILIES, type TwoTongued, loadFonts } from './pdf-receipt.server'

/** Everything a result sheet says, already in words: Chinese first, English second. */
export interface ResultSheet {
  heading: TwoTongued
  event: TwoTongued
  stage: TwoTongued
  columns: Record<'rank' | 'code' | 'work' | 'total' | 'standing', TwoTongued>
  /** judges’ columns by their label */
  judges: string[]
  categories: {
    name: TwoTongued
    rows: { rank: string; code: string; title: string; sheets: { text: string; dropped: boolean }[]; total: string; standing: string }[]
  }[]
  legend: TwoTongued
  facts: { label: TwoTongued; value: string }[]
  changesHeading: TwoTongued
  changes: string[]
  signaturesHeading: TwoTongued
  /** each with a line to sign on; `typed` is the signature given at the desk */
  signatures: { who: string; typed: string }[]
  others: TwoTongued[]
  made: string
}

const ink = '#1b1a18'
const quiet = '#6b645b'
const style = StyleSheet.create({
  page: { paddingTop: 32, paddingBottom: 40, paddingHorizontal: 36, fontFamily: FAMILIES, fontSize: 9, lineHeight: 1.4, color: ink },
  second: { color: quiet, fontSize: 7.5, lineHeight: 1.4 },
  heading: { fontSize: 22, lineHeight: 1.25 },
  event: { fontSize: 11, lineHeight: 1.5, marginTop: 4 },
  row: { flexDirection: 'row', borderTopWidth: 0.6, borderColor: '#dcd3c5', paddingVertical: 3, alignItems: 'center' },
  head: { flexDirection: 'row', borderBottomWidth: 1, borderColor: ink, paddingBottom: 3, alignItems: 'flex-end' },
  rank: { width: 34 },
  code: { width: 62 },
  work: { flex: 1, paddingRight: 6 },
  mark: { width: 38, textAlign: 'right' },
  total: { width: 54, textAlign: 'right', fontSize: 11 },
  standing: { width: 54, textAlign: 'right' },
  struck: { textDecoration: 'line-through', color: quiet },
  category: { fontSize: 13, lineHeight: 1.5, marginTop: 14, marginBottom: 6 },
  fact: { flexDirection: 'row', paddingVertical: 2 },
  label: { width: 150 },
  signature: { width: '31%', marginRight: '2%', marginTop: 12 },
  line: { height: 26, borderBottomWidth: 0.8, borderColor: ink },
  foot: {
    position: 'absolute',
    left: 36,
    right: 36,
    bottom: 20,
    flexDirection: 'row',
    justifyContent: 'space-between',
    color: quiet,
    fontSize: 7.5,
  },
})

/** Sets a 成绩确认表 as PDF, A4 across, with lines to sign on. */
export async function renderResultSheet(sheet: ResultSheet): Promise<Buffer> {
  await loadFonts()
  const { columns, judges } = sheet
  const both = ({ first, second }: TwoTongued) => (
    <>
      {first} <Text style={style.second}>{second}</Text>
    </>
  )
  const stacked = ({ first, second }: TwoTongued) => (
    <>
      {first}
      {'\n'}
      <Text style={style.second}>{second}</Text>
    </>
  )
  return renderToBuffer(
    <Document title={`${sheet.heading.first} ${sheet.stage.first}`} language="zh-CN">
      <Page size="A4" orientation="landscape" style={style.page}>
        <Text style={style.heading}>{both(sheet.heading)}</Text>
        <Text style={style.event}>
          {sheet.event.first} · {sheet.stage.first}
        </Text>
        <Text style={style.second}>
          {sheet.event.second} · {sheet.stage.second}
        </Text>
        {sheet.categories.map(({ name, rows }) => (
          <View key={name.first}>
            <Text style={style.category}>{both(name)}</Text>
            <View style={style.head} wrap={false}>
              <Text style={style.rank}>{stacked(columns.rank)}</Text>
              <Text style={style.code}>{stacked(columns.code)}</Text>
              <Text style={style.work}>{stacked(columns.work)}</Text>
              {judges.map((label) => (
                <Text key={label} style={style.mark}>
                  {label}
                </Text>
              ))}
              <Text style={style.total}>{stacked(columns.total)}</Text>
              <Text style={style.standing}>{stacked(columns.standing)}</Text>
            </View>
            {rows.map((row) => (
              <View key={row.code} style={style.row} wrap={false}>
                <Text style={[style.rank, { fontSize: 11 }]}>{row.rank}</Text>
                <Text style={style.code}>{row.code}</Text>
                <Text style={style.work}>{row.title}</Text>
                {row.sheets.map(({ text, dropped }, n) => (
                  <Text key={n} style={dropped ? [style.mark, style.struck] : style.mark}>
                    {text}
                  </Text>
                ))}
                <Text style={style.total}>{row.total}</Text>
                <Text style={style.standing}>{row.standing}</Text>
              </View>
            ))}
          </View>
        ))}
        <Text style={{ marginTop: 8, color: quiet }}>{sheet.legend.first}</Text>
        <Text style={style.second}>{sheet.legend.second}</Text>
        {sheet.changes.length > 0 && (
          <View style={{ marginTop: 12 }}>
            <Text style={{ fontSize: 12, lineHeight: 1.6 }}>{both(sheet.changesHeading)}</Text>
            {sheet.changes.map((line) => (
              <Text key={line}>{line}</Text>
            ))}
          </View>
        )}
        <View style={{ marginTop: 12 }} wrap={false}>
          {sheet.facts.map(({ label, value }) => (
            <View key={label.first} style={style.fact}>
              <Text style={style.label}>{both(label)}</Text>
              <Text style={{ flex: 1 }}>{value}</Text>
            </View>
          ))}
        </View>
        <Text style={{ marginTop: 14, fontSize: 12, lineHeight: 1.6 }} minPresenceAhead={60}>
          {both(sheet.signaturesHeading)}
        </Text>
        <View style={{ flexDirection: 'row', flexWrap: 'wrap' }}>
          {sheet.signatures.map(({ who, typed }) => (
            <View key={who} style={style.signature} wrap={false}>
              <View style={style.line} />
              <Text>{who}</Text>
              <Text style={style.second}>{typed}</Text>
            </View>
          ))}
          {sheet.others.map((label) => (
            <View key={label.first} style={style.signature} wrap={false}>
              <View style={style.line} />
              <Text>{both(label)}</Text>
            </View>
          ))}
        </View>
        <View style={style.foot} fixed>
          <Text>{sheet.made}</Text>
          <Text render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
        </View>
      </Page>
    </Document>,
  )
}
