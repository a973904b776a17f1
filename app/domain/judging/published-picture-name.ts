/** thumb: at most 400 pixels, sheet: 1200, view: 2400; detail: a square out of the middle, close enough to see stitches. */
export const pictureSizes = ['thumb', 'sheet', 'view', 'detail'] as const
export type PictureSize = (typeof pictureSizes)[number]

export type PictureName = { slot: string; number: number; size: PictureSize }

const NAME = /^([a-z0-9-]{1,60})-([1-9]\d?)-(thumb|sheet|view|detail)\.webp$/

/** Reads `board-1-sheet.webp`: the first file of the slot `board`, in that size. Null for anything else. */
export function readPictureName(name: string): PictureName | null {
  const [, slot, number, size] = NAME.exec(name) ?? []
  const known = pictureSizes.find((one) => one === size)
  return slot && known ? { slot, number: Number(number), size: known } : null
}

/** The public address of a picture of a published work; `name` is the slot and a number, `board-1`. */
export const pictureAddress = (slug: string, code: string, name: string, size: PictureSize): string =>
  `/e/${slug}/works/${encodeURIComponent(code)}/${name}-${size}.webp`
