import type { PieceKind } from '~/generated/prisma/enums'

export type LabelRead = { token: string } | { code: string; kind: PieceKind; number: number } | { code: string }

/** The letter of a kind on its label: K-0417-G2 is the second garment of K-0417. */
export const KIND_LETTER: Record<PieceKind, string> = { board: 'B', swatch: 'S', garment: 'G' }

const kindOf = new Map(Object.entries(KIND_LETTER).map(([kind, letter]) => [letter, kind as PieceKind]))

/** The short name on a label, for hands and hand scanners. */
export const labelName = (code: string, kind: PieceKind, number: number): string => `${code}-${KIND_LETTER[kind]}${number}`

/** What was scanned or typed: the address in a QR code, the short name of a piece, or a work's code. Null for anything else. */
export function readLabel(text: string): LabelRead | null {
  const plain = text.normalize('NFKC').trim()
  const address = /\/label\/([A-Za-z0-9_-]{8,60})(?:[?#]|$)/.exec(plain)
  if (address?.[1]) return { token: address[1] }
  const piece = /^([\p{L}\p{N}]{1,20}-\d{1,12})-([BSG])(\d{1,2})$/iu.exec(plain)
  if (piece) {
    const kind = kindOf.get((piece[2] ?? '').toUpperCase())
    return kind ? { code: (piece[1] ?? '').toUpperCase(), kind, number: Number(piece[3]) } : null
  }
  return /^[\p{L}\p{N}]{1,20}-\d{1,12}$/u.test(plain) ? { code: plain.toUpperCase() } : null
}

/** The code of a work in what was scanned at a desk: its label carries the code, so that a tablet without network finds it. */
export function codeOnLabel(text: string): string | null {
  const behind = /#([\p{L}\p{N}]{1,20}-\d{1,12})$/u.exec(decoded(text.normalize('NFKC').trim()))
  if (behind?.[1]) return behind[1].toUpperCase()
  const read = readLabel(text)
  return read && 'code' in read ? read.code : null
}

function decoded(text: string): string {
  try {
    return decodeURI(text)
  } catch {
    return text
  }
}
