import { readFile } from 'node:fs/promises'

/** A PDF of more pages is a book, and drawing it would keep everybody else waiting. */
const MAX_PAGES = 200

export interface PdfFacts {
  pages: number
  /** the first page in millimetres, as it is seen */
  width: number
  height: number
}

export type PdfProblem = 'encrypted' | 'broken'

/** What is asked of the thread that opens a PDF, and what it answers. */
export type PdfTask = { name: 'read'; path: string } | { name: 'copy'; path: string } | { name: 'draw'; path: string; side: number }
export type PdfReply = { facts: PdfFacts | PdfProblem } | { bytes: Uint8Array } | { failed: string }

/** Does one task, in whatever thread it is called. Never throws. */
export async function workOnPdf(task: PdfTask): Promise<PdfReply> {
  try {
    if (task.name === 'read') return { facts: await readPdf(task.path) }
    return { bytes: task.name === 'draw' ? await drawFirstPage(task.path, task.side) : await bareCopy(task.path) }
  } catch (error) {
    return { failed: String(error) }
  }
}

const MM_PER_POINT = 25.4 / 72

async function readPdf(path: string): Promise<PdfFacts | PdfProblem> {
  const { PDFDocument } = await import('pdf-lib')
  try {
    const document = await PDFDocument.load(await readFile(path), { updateMetadata: false, throwOnInvalidObject: false })
    const pages = document.getPageCount()
    if (pages < 1 || pages > MAX_PAGES) return 'broken'
    const page = document.getPage(0)
    const box = page.getCropBox()
    const turned = Math.abs(page.getRotation().angle) % 180 === 90
    const [width, height] = turned ? [box.height, box.width] : [box.width, box.height]
    if (!(width > 0 && height > 0)) return 'broken'
    return { pages, width: width * MM_PER_POINT, height: height * MM_PER_POINT }
  } catch (error) {
    // its errors are no instances of their classes: only the words are left to go by
    return /is encrypted/.test(String(error)) ? 'encrypted' : 'broken'
  }
}

async function bareCopy(path: string): Promise<Buffer> {
  const { PDFDict, PDFDocument, PDFName, PDFStream } = await import('pdf-lib')
  const source = await PDFDocument.load(await readFile(path), { updateMetadata: false, throwOnInvalidObject: false })
  // before the copying, for what hangs on a page comes along with it: a note and its author, a picture's XMP packet
  for (const { node } of source.getPages()) for (const name of BESIDE_THE_PAGE) node.delete(PDFName.of(name))
  for (const [, object] of source.context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : null
    for (const name of DESCRIPTIONS) dict?.delete(PDFName.of(name))
  }
  const bare = await PDFDocument.create({ updateMetadata: false })
  for (const page of await bare.copyPages(source, source.getPageIndices())) bare.addPage(page)
  return Buffer.from(await bare.save({ addDefaultPage: false }))
}

const BESIDE_THE_PAGE = ['Annots', 'AA', 'B', 'StructParents', 'Thumb', 'LastModified']
const DESCRIPTIONS = ['Metadata', 'PieceInfo']

async function drawFirstPage(path: string, side: number): Promise<Buffer> {
  completeArrayBuffer()
  const { getDocumentProxy, renderPageAsImage } = await import('unpdf')
  const bytes = new Uint8Array(await readFile(path))
  const document = await getDocumentProxy(bytes.slice())
  const page = await document.getPage(1)
  const { width, height } = page.getViewport({ scale: 1 })
  const scale = side / Math.max(width, height)
  const png = await renderPageAsImage(bytes, 1, { canvasImport: () => import('@napi-rs/canvas'), scale })
  await document.cleanup()
  return Buffer.from(png)
}

/** pdf.js asks for a method of Node 22 when it sets text; without it a page comes out without its letters. */
function completeArrayBuffer(): void {
  const prototype = ArrayBuffer.prototype as { transferToFixedLength?: (this: ArrayBuffer, length?: number) => ArrayBuffer }
  prototype.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    const moved = new ArrayBuffer(length)
    new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
    return moved
  }
}
