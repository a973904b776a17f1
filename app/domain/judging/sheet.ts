import { canonicalBody } from '~/domain/ledger/chain'

/** One judge's marks of one stage as they are signed. `marks` are [code, criterion, value], in any order. */
export type Sheet = {
  event: string
  stage: string
  seat: string
  rulebookHash: string
  marks: readonly (readonly [code: string, criterion: string, value: string])[]
  /** codes of works the judge stood aside for */
  recused: readonly string[]
}

/** The text a sheet's hash is taken over: canonical JSON, marks and codes sorted, so that the same sheet is the same text. */
export function canonicalSheet({ marks, recused, ...sheet }: Sheet): string {
  const key = ([code, criterion]: Sheet['marks'][number]) => `${code}\u0000${criterion}`
  const inOrder = [...marks].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return canonicalBody({ ...sheet, marks: inOrder, recused: [...recused].sort() })
}
