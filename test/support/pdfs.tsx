import { deflateRawSync, constants } from 'node:zlib'
import { Document, Page, Text, renderToBuffer } from '@react-pdf/renderer'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'

/** Points of an A3 page lying on its side. */
const A3: [number, number] = [1190.55, 841.89]

/** A PDF that opens only with a password. */
export const lockedPdf = (): Promise<Buffer> =>
  renderToBuffer(
    <Document userPassword="needle" ownerPassword="loom" pdfVersion="1.7">
      <Page size={{ width: A3[0], height: A3[1] }}>
        <Text>chart</Text>
      </Page>
    </Document>,
  )

/** A PDF that says in every place it can who made it. */
export async function signedPdf({ size = A3, pages = 2, who = 'Zhang San of Example University' } = {}): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.setAuthor(who)
  document.setTitle(who)
  document.setProducer(who)
  document.setCreator(who)
  document.setKeywords([who])
  const packet = document.context.stream(`<x:xmpmeta><dc:creator>${who}</dc:creator></x:xmpmeta>`, { Type: 'Metadata', Subtype: 'XML' })
  document.catalog.set(PDFName.of('Metadata'), document.context.register(packet))
  for (let n = 0; n < pages; n += 1) {
    const page = document.addPage(size)
    page.drawText(`page ${n + 1}`, { x: 100, y: 300, size: 120 })
    page.node.set(PDFName.of('Metadata'), document.context.register(document.context.stream(who, { Type: 'Metadata' })))
    const note = document.context.obj({
      Type: 'Annot',
      Subtype: 'Text',
      Rect: [0, 0, 20, 20],
      T: PDFString.of(who),
      Contents: PDFString.of(who),
    })
    page.node.set(PDFName.of('Annots'), document.context.obj([document.context.register(note)]))
  }
  await document.attach(Buffer.from(who), `${who}.txt`)
  // uncompressed objects: whoever looks for the name finds it without unpacking
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

/** A PDF of a few KB per hundred MB, in the list of objects that every reader unpacks before it can say anything. */
export function bombPdf(megabytes: number): Buffer {
  // blocks that end on a full flush stand alone: one of them, repeated, needs no gigabytes to be made
  const block = deflateRawSync(Buffer.alloc(1 << 20, ' '), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const packed = Buffer.concat([
    Buffer.from([0x78, 0x9c]),
    ...Array.from({ length: megabytes }, () => block),
    Buffer.from([0x03, 0x00, 0, 0, 0, 0]),
  ])
  return Buffer.concat([
    Buffer.from(
      '%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n' +
        `3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${A3.join(' ')}]>>\nendobj\n` +
        `5 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 6>>\n%%EOF\n'),
  ])
}
