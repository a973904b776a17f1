import sharp from 'sharp'

// A picture is decoded in few threads and never kept: uploads come by the hundred on the last evening.
sharp.cache(false)
sharp.concurrency(1)

/** More is not looked at: an A2 sheet at 600 dpi has 139 million pixels, 30,000 × 30,000 has 900 million. */
export const MAX_PIXELS = 150_000_000

/** The longest side of what judges see, and of the small picture in lists, in pixels. */
const VIEW_SIDE = 2400
const THUMB_SIDE = 400

export interface PictureFacts {
  /** as it is seen, after the camera's rotation */
  width: number
  height: number
  /** dots per inch the file claims, if it does */
  dpi: number | null
}

export type PictureProblem = 'too-many-pixels' | 'broken'

const open = (source: string | Buffer) => sharp(source, { limitInputPixels: MAX_PIXELS, failOn: 'truncated', sequentialRead: true })

/**
 * Reads a JPEG or PNG through to its end, so that a truncated file is found out now and not at the judging.
 * Reading is coarse (a JPEG is decoded at an eighth), because only its being whole matters.
 */
export async function readPicture(path: string): Promise<PictureFacts | PictureProblem> {
  try {
    const { width, height, density, orientation } = await sharp(path, { limitInputPixels: false }).metadata()
    if (!width || !height) return 'broken'
    if (width * height > MAX_PIXELS) return 'too-many-pixels'
    await open(path).resize(64, 64, { fit: 'fill' }).raw().toBuffer()
    const turned = orientation !== undefined && orientation >= 5
    return { width: turned ? height : width, height: turned ? width : height, dpi: density ? Math.round(density) : null }
  } catch (error) {
    return /pixel limit/i.test(String(error)) ? 'too-many-pixels' : 'broken'
  }
}

/** What is shown instead of an original: upright, without any metadata, in the colours every screen knows. */
export interface Derived {
  view: Buffer
  thumb: Buffer
  width: number
  height: number
}

/** Draws the two pictures that replace an original wherever it is looked at. Both are WebP without metadata. */
export async function derivePictures(source: string | Buffer): Promise<Derived> {
  const upright = () => open(source).rotate().flatten({ background: '#ffffff' }).toColourspace('srgb')
  const view = await upright()
    .resize(VIEW_SIDE, VIEW_SIDE, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 88 })
    .toBuffer({ resolveWithObject: true })
  const thumb = await sharp(view.data)
    .resize(THUMB_SIDE, THUMB_SIDE, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer()
  return { view: view.data, thumb, width: view.info.width, height: view.info.height }
}

/** The picture as 9 × 8 grey values, row by row, for the difference hash. */
export async function greyGrid(source: Buffer): Promise<Uint8Array> {
  const grid = await sharp(source).greyscale().resize(9, 8, { fit: 'fill' }).raw().toBuffer()
  return new Uint8Array(grid)
}
