import { Document, Page, StyleSheet, Text, View, renderToBuffer } from '@react-pdf/renderer'
import { FAMILIES, loadFonts } from './pdf-receipt.server'

/** Everything the minutes of a deliberation say, already in words. */
export interface Minutes {
  lang: 'zh-CN' | 'en'
  title: string
  lead: string
  items: {
    heading: string
    works: string
    text: string
    moved: string
    voices: { who: string; said: string; reason: string }[]
    result: string
    conclusion: string
  }[]
  /** the chain’s head as it stood; '' before anything was sealed */
  ledger: string
  made: string
  /** lines to sign on */
  signatures: string[]
}

const ink = '#1b1a18'
const quiet = '#6b645b'
const style = StyleSheet.create({
  page: { paddingTop: 40, paddingBottom: 48, paddingHorizontal: 48, fontFamily: FAMILIES, fontSize: 9.5, lineHeight: 1.5, color: ink },
  title: { fontSize: 24, lineHeight: 1.25 },
  lead: { fontSize: 12, marginTop: 4 },
  item: { marginTop: 16, paddingTop: 8, borderTopWidth: 1, borderColor: ink },
  heading: { fontSize: 13 },
  moved: { color: quiet, fontSize: 8.5 },
  row: { flexDirection: 'row', borderTopWidth: 0.6, borderColor: '#dcd3c5', paddingVertical: 3 },
  who: { width: 120 },
  said: { width: 60 },
  reason: { flex: 1 },
  result: { marginTop: 6, fontSize: 11 },
  signature: { width: '45%', marginRight: '5%', marginTop: 30, paddingTop: 4, borderTopWidth: 0.8, borderColor: ink },
  foot: {
    position: 'absolute',
    left: 48,
    right: 48,
    bottom: 24,
    flexDirection: 'row',
    justifyContent: 'space-between',
    color: quiet,
    fontSize: 7.5,
  },
})

/** Sets 合议纪要 as PDF, A4, with lines to sign on. */
export async function renderMinutes({ lang, title, lead, items, ledger, made, signatures }: Minutes): Promise<Buffer> {
  await loadFonts()
  return renderToBuffer(
    <Document title={`${title} ${lead}`} language={lang}>
      <Page size="A4" style={style.page}>
        <Text style={style.title}>{title}</Text>
        <Text style={style.lead}>{lead}</Text>
        {items.map((item) => (
          <View key={item.heading} style={style.item}>
            <Text style={style.heading} minPresenceAhead={60}>
              {item.heading}
            </Text>
            <Text>{item.works}</Text>
            <Text>{item.text}</Text>
            <Text style={style.moved}>{item.moved}</Text>
            {item.voices.map(({ who, said, reason }) => (
              <View key={who} style={style.row} wrap={false}>
                <Text style={style.who}>{who}</Text>
                <Text style={style.said}>{said}</Text>
                <Text style={style.reason}>{reason}</Text>
              </View>
            ))}
            <Text style={style.result}>{item.result}</Text>
            {item.conclusion !== '' && <Text>{item.conclusion}</Text>}
          </View>
        ))}
        <View style={{ flexDirection: 'row', flexWrap: 'wrap' }} wrap={false}>
          {signatures.map((who) => (
            <View key={who} style={style.signature}>
              <Text>{who}</Text>
            </View>
          ))}
        </View>
        <Text style={[style.moved, { marginTop: 20 }]}>{ledger}</Text>
        <View style={style.foot} fixed>
          <Text>{made}</Text>
          <Text render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
        </View>
      </Page>
    </Document>,
  )
}
