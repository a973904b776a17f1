import { Document, Page, StyleSheet, Text, View, renderToBuffer } from '@react-pdf/renderer'
import { FAMILIES, QrCode, type TwoTongued, loadFonts } from './pdf-receipt.server'

/** Everything a certificate says, already in words: Chinese first, English second. */
export interface CertificateWords {
  heading: TwoTongued
  name: string
  award: TwoTongued
  work: TwoTongued
  event: TwoTongued
  day: TwoTongued
  number: string
  verify: TwoTongued
  /** also as a QR code */
  url: string
}

const ink = '#1b1a18'
const quiet = '#6b645b'
const style = StyleSheet.create({
  page: { padding: 48, fontFamily: FAMILIES, fontSize: 12, lineHeight: 1.5, color: ink },
  frame: {
    flex: 1,
    borderTopWidth: 3,
    borderBottomWidth: 3,
    borderColor: '#1f3b63',
    paddingVertical: 36,
    paddingHorizontal: 48,
    alignItems: 'center',
  },
  heading: { fontSize: 34, lineHeight: 1.3 },
  second: { color: quiet, fontSize: 11 },
  name: { marginTop: 26, fontSize: 28, lineHeight: 1.3 },
  award: { marginTop: 20, fontSize: 24, lineHeight: 1.3, color: '#1f3b63' },
  foot: {
    position: 'absolute',
    left: 0,
    right: 0,
    bottom: 20,
    flexDirection: 'row',
    justifyContent: 'space-between',
    alignItems: 'flex-end',
  },
})

/** Sets a certificate as PDF, A4 across, with the fonts that have the rare characters of names. */
export async function renderCertificate({
  heading,
  name,
  award,
  work,
  event,
  day,
  number,
  verify,
  url,
}: CertificateWords): Promise<Buffer> {
  await loadFonts()
  const both = (text: TwoTongued, size: { fontSize: number } | null = null) => (
    <>
      <Text style={size ?? {}}>{text.first}</Text>
      <Text style={style.second}>{text.second}</Text>
    </>
  )
  return renderToBuffer(
    <Document title={`${heading.first} ${number}`} language="zh-CN">
      <Page size="A4" orientation="landscape" style={style.page}>
        <View style={style.frame}>
          <Text style={style.heading}>{heading.first}</Text>
          <Text style={style.second}>{heading.second}</Text>
          <Text style={style.name}>{name}</Text>
          {both(work)}
          <Text style={style.award}>{award.first}</Text>
          <Text style={style.second}>{award.second}</Text>
          <View style={{ marginTop: 16, alignItems: 'center' }}>{both(event, { fontSize: 15 })}</View>
          <View style={style.foot}>
            <View>{both(day)}</View>
            <View style={{ flexDirection: 'row', alignItems: 'flex-end' }}>
              <View style={{ alignItems: 'flex-end', marginRight: 12 }}>
                <Text>{number}</Text>
                {both(verify, { fontSize: 9 })}
              </View>
              <QrCode text={url} side={72} />
            </View>
          </View>
        </View>
      </Page>
    </Document>,
  )
}
