import type { FileRule } from './section'

export type FileFault = 'type' | 'bytes' | 'pixels'
export type StoredFile = { mime: string; bytes: bigint | number; width: number | null; height: number | null }

/** Millimetres of the paper sizes a rule may ask for, short side first. */
const paper = { A2: [420, 594], A3: [297, 420], A4: [210, 297] } as const

/** Short and long side of a sheet in millimetres. */
export const sheetOf = (page: keyof typeof paper): readonly [number, number] => paper[page]

const mimes: Record<FileRule['types'][number], string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  zip: 'application/zip',
}

/** Pixels a picture needs to fill the rule’s page at its resolution, short side first; null when the rule asks for none. */
export function pixelsNeeded({ page, dpi }: Pick<FileRule, 'page' | 'dpi'>): [number, number] | null {
  if (!page || !dpi) return null
  const [short, long] = paper[page]
  return [Math.round((short / 25.4) * dpi), Math.round((long / 25.4) * dpi)]
}

/** Measures of a rule’s page as they are said, width first: a landscape page is wider than high. */
export const asItLies = ({ orientation }: Pick<FileRule, 'orientation'>, [short, long]: readonly [number, number]): [number, number] =>
  orientation === 'landscape' ? [long, short] : [short, long]

/** Which parts of its rule a stored file does not meet. A picture may fall 1% short, as scanners and exports do. */
export function fileFault(rule: FileRule, file: StoredFile): FileFault[] {
  const faults: FileFault[] = []
  if (!rule.types.some((type) => mimes[type] === file.mime)) faults.push('type')
  if (Number(file.bytes) > rule.maxMB * 1024 * 1024) faults.push('bytes')
  const needed = pixelsNeeded(rule)
  if (needed && file.width && file.height) {
    const [short, long] = file.width < file.height ? [file.width, file.height] : [file.height, file.width]
    if (short < needed[0] * 0.99 || long < needed[1] * 0.99) faults.push('pixels')
  }
  return faults
}
