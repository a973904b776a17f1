import { crc32, deflateRawSync } from 'node:zlib'
import { newId } from '~/domain/new-id.server'

/** One file of an archive made for a test, as odd as it has to be. */
export interface TestFile {
  name: string | Buffer
  body: Buffer
  /** what the directory says of its size, where that is a lie */
  says?: number
  encrypted?: boolean
}

/** An archive as any program could have made it: names in any bytes, no UTF-8 flag, sizes that may be lies. */
export function zipOf(files: readonly TestFile[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, body, says = body.length, encrypted } of files) {
    const path = typeof name === 'string' ? Buffer.from(name) : name
    const packed = deflateRawSync(body)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(encrypted ? 1 : 0, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(body), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(says, 18)
    common.writeUInt16LE(path.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, path, packed])
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), common, place, path]))
    locals.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, listed, Buffer.from('PK\u0005\u0006', 'latin1'), end])
}

export const heads = [
  '组别',
  '赛道',
  '作品名称',
  '设计说明',
  '系列套数',
  '针织占比',
  '原料与纱支',
  '机型与针号',
  '主要工艺',
  '作者1姓名',
  '作者1院校或单位',
  '作者1手机号',
  '作者1邮箱',
]

/** A line of a sheet with every answer the Puyuan Cup asks for. */
export function work(n: number, given: Record<string, string> = {}): string[] {
  const values: Record<string, string> = {
    组别: '院校组',
    赛道: '濮韵匠心',
    作品名称: `潮间带${n}`,
    设计说明: '退潮之后，滩涂上留下的纹路像一件刚刚脱下的毛衫。用起伏的罗纹与局部编织，把一次呼吸织进衣片。',
    系列套数: '4',
    针织占比: '85%',
    原料与纱支: '羊毛70%、锦纶30%，2/26Nm',
    机型与针号: '电脑横机 12G',
    主要工艺: '提花；嵌花',
    作者1姓名: `学生${n}`,
    作者1邮箱: `student${n}-${newId(4)}@example.com`,
    ...given,
  }
  return heads.map((head) => values[head] ?? '')
}

export const csvOf = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'))
