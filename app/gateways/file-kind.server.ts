import { fileTypeFromBuffer } from 'file-type'

/** Bytes of a file's beginning that tell its kind. */
export const HEAD_BYTES = 4100

/** The kind of a file by its first bytes; null when they say nothing. Its name and what the sender claims do not count. */
export async function kindOf(head: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(head)
  return found?.mime ?? null
}
