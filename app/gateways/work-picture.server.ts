import sharp from 'sharp'
import { busiestSquare } from './busiest-square'

const SHEET_SIDE = 1200
const DETAIL_SIDE = 240
/** a close-up shows this part of the picture’s shorter side */
const CLOSE = 0.18
/** the longer side on which the place for a close-up is looked for */
const LOOK_SIDE = 300

/**
 * A picture of a work in another size, as WebP without metadata, from what judges see. `sheet` is the whole work;
 * `detail` a square close-up of where most is knitted.
 */
export async function drawWorkPicture(view: Buffer, size: 'sheet' | 'detail'): Promise<Buffer> {
  if (size === 'sheet') {
    return sharp(view).resize(SHEET_SIDE, SHEET_SIDE, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 84 }).toBuffer()
  }
  const { width = 1, height = 1 } = await sharp(view).metadata()
  const { data, info } = await sharp(view)
    .resize(LOOK_SIDE, LOOK_SIDE, { fit: 'inside', withoutEnlargement: true })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const scale = width / info.width
  const small = Math.max(2, Math.round(Math.min(info.width, info.height) * CLOSE))
  const place = busiestSquare({ width: info.width, height: info.height, values: data }, small)
  const side = Math.max(1, Math.min(width, height, Math.floor(small * scale)))
  return sharp(view)
    .extract({
      left: Math.min(width - side, Math.floor(place.left * scale)),
      top: Math.min(height - side, Math.floor(place.top * scale)),
      width: side,
      height: side,
    })
    .resize(DETAIL_SIDE, DETAIL_SIDE)
    .webp({ quality: 84 })
    .toBuffer()
}
