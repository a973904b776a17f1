import { extractText, getDocumentProxy } from 'unpdf'

/** The text of a PDF on all its pages. */
export async function pdfText(bytes: Uint8Array | null): Promise<string> {
  if (!bytes) throw new Error('there is no PDF')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return text
}
