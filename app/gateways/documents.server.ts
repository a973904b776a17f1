import { AlignmentType, BorderStyle, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'

/** One part of a letter, top to bottom. */
export type LetterPart =
  | { text: string }
  /** a line on its own, such as a name or what it is about */
  | { heading: string }
  | { table: { head: readonly string[]; rows: readonly (readonly string[])[] } }
  /** who signs, and the date below: at the right */
  | { signed: readonly string[] }

export interface OfficeLetter {
  title: string
  parts: readonly LetterPart[]
}

// what Chinese offices write in; other systems take their nearest
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' }
const TITLE_FONT = { ...FONT, eastAsia: '宋体' }
const POINTS = 2

/** Letters as one Word document (.docx) to be edited and sealed in an office, each on a page of its own, A4. */
export async function wordDocument(letters: readonly OfficeLetter[]): Promise<Buffer> {
  const document = new Document({
    creator: '',
    styles: {
      default: {
        document: { run: { font: FONT, size: 16 * POINTS }, paragraph: { spacing: { line: 440 } } },
      },
    },
    sections: letters.map(({ title, parts }) => ({
      properties: {
        page: {
          size: { width: '210mm', height: '297mm' },
          margin: { top: '37mm', bottom: '35mm', left: '28mm', right: '26mm' },
        },
      },
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { after: 320 },
          children: [new TextRun({ text: title, bold: true, font: TITLE_FONT, size: 22 * POINTS })],
        }),
        ...parts.flatMap(partOf),
      ],
    })),
  })
  return Packer.toBuffer(document)
}

function partOf(part: LetterPart): (Paragraph | Table)[] {
  if ('text' in part) return part.text.split('\n').map((line) => new Paragraph({ indent: { firstLine: 640 }, text: line }))
  if ('heading' in part)
    return [
      new Paragraph({
        spacing: { before: 160 },
        children: [new TextRun({ text: part.heading, bold: true })],
      }),
    ]
  if ('signed' in part)
    return part.signed.map(
      (line, at) =>
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          spacing: { before: at === 0 ? 480 : 0 },
          text: line,
        }),
    )
  const { head, rows } = part.table
  return [
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
    }),
    new Paragraph(''),
  ]
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

const row = (cells: readonly string[], head: boolean) =>
  new TableRow({
    tableHeader: head,
    cantSplit: true,
    children: cells.map(
      (text) =>
        new TableCell({
          borders: { top: line, bottom: line, left: line, right: line },
          margins: { left: 80, right: 80 },
          children: [
            new Paragraph({
              spacing: { line: 320 },
              children: [new TextRun({ text, bold: head, size: 12 * POINTS })],
            }),
          ],
        }),
    ),
  })

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The same as an answer to download. */
export async function wordResponse(fileName: string, letters: readonly OfficeLetter[]): Promise<Response> {
  return new Response(new Uint8Array(await wordDocument(letters)), {
    headers: {
      'Content-Type': WORD,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}
