import { crc32, deflateRawSync } from 'node:zlib'
import { db } from '~/db.server'
import { handInBatch } from '~/domain/entries/collective/hand-in-batch.server'
import { makeDrafts } from '~/domain/entries/collective/make-drafts.server'
import { openBatch } from '~/domain/entries/collective/open-batch.server'
import { ownBatch } from '~/domain/entries/collective/queries.server'
import { readBatchZip } from '~/domain/entries/collective/read-batch-zip.server'
import { signWork } from '~/domain/entries/collective/sign-work.server'
import { signingPath } from '~/domain/entries/collective/signing-link.server'
import { startDrafts } from '~/domain/entries/collective/start-drafts.server'
import { startHandIn } from '~/domain/entries/collective/start-hand-in.server'
import { takeSheet } from '~/domain/entries/collective/take-sheet.server'
import { takeZip } from '~/domain/entries/collective/take-zip.server'
import { workToSign } from '~/domain/entries/collective/work-to-sign.server'
import { statementsOf } from '~/domain/entries/statements'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { newId } from '~/domain/new-id.server'
import { invariant } from '~/invariant'
import { during } from './contest'
import { streamOf } from './sheets'

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

export const heads = ['组别', '赛道', '作品名称', '设计说明', '系列套数', '针织占比', '原料与纱支', '机型与针号', '主要工艺', '作者1姓名', '作者1院校或单位', '作者1手机号', '作者1邮箱']

/** A line of a sheet with every answer the Puyuan Cup asks for. */
export function work(n: number, given: Record<string, string> = {}): string[] {
  const values: Record<string, string> = {
    组别: '院校组', 赛道: '濮韵匠心', 作品名称: `潮间带${n}`, 设计说明: '退潮之后，滩涂上留下的纹路像一件刚刚脱下的毛衫。用起伏的罗纹与局部编织，把一次呼吸织进衣片。', 系列套数: '4', 针织占比: '85%',
    原料与纱支: '羊毛70%、锦纶30%，2/26Nm', 机型与针号: '电脑横机 12G', 主要工艺: '提花；嵌花', 作者1姓名: `学生${n}`, 作者1邮箱: `student${n}-${newId(4)}@example.com`, ...given,
  }
  return heads.map((head) => values[head] ?? '')
}

export const csvOf = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'))

export async function makeBatch(eventId: string, personId: string, now = during): Promise<string> {
  const opened = await openBatch({ personId, eventId, organisation: '示例纺织大学', requestKey: newId(), now })
  invariant(opened.ok, `the batch opens: ${JSON.stringify(opened)}`)
  return opened.value.batchId
}

export interface Owner {
  personId: string
  eventId: string
  batchId: string
}

export const sendSheet = (owner: Owner, bytes: Buffer, name = '报送表.csv', now = during) => takeSheet(owner, { name, body: streamOf(bytes), now })

/** Sends an archive and has it read, as the job does. Answers what is found fault with, if anything. */
export async function sendZip(owner: Owner, bytes: Buffer, now = during) {
  const taken = await takeZip(owner, { name: '作品.zip', body: streamOf(bytes), now })
  if (!taken.ok) return taken
  await readBatchZip(owner)
  const { zipFault } = await db.entryBatch.findUniqueOrThrow({ where: { eventId_id: { eventId: owner.eventId, id: owner.batchId } } })
  return zipFault ? { ok: false as const, ...(zipFault as { reason: string; detail: Record<string, string | number> }) } : { ok: true as const }
}

/** Makes the drafts of a batch as its page and the job do. */
export async function draftsOf(owner: Owner, now = during) {
  const { version } = await db.entryBatch.findUniqueOrThrow({ where: { eventId_id: { eventId: owner.eventId, id: owner.batchId } } })
  const started = await startDrafts({ ...owner, requestKey: newId(), version, now })
  if (started.ok) await makeDrafts({ ...owner, askedAt: now.toISOString() })
  return started
}

export async function worksOf(owner: Owner, now = during) {
  const found = await ownBatch(owner, now)
  invariant(found, 'the batch is there')
  return found
}

/** Signs as an author does who opened the link that was sent to them. */
export async function signAs(linkId: string, given: { kind?: 'sent' | 'handed'; signature?: string; now?: Date } = {}) {
  const { kind = 'sent', now = during } = given
  const token = signingPath(linkId, kind).replace('/sign/', '')
  const shown = await workToSign(token, now)
  invariant(shown, 'the link leads to the work')
  const texts = statementsOf(shown.terms, 'zh-CN')
  return signWork({
    token, requestKey: newId(), workSha256: shown.workSha256, statementHash: sha256Hex(texts.originality), rightsHash: sha256Hex(texts.rights),
    signing: { originality: true, rights: true, signature: given.signature ?? shown.author.name }, declarations: ['unpublished'], lang: 'zh-CN', now,
  })
}

export async function handInAll(owner: Owner, now = during) {
  const started = await startHandIn({ ...owner, requestKey: newId(), lang: 'zh-CN', now })
  if (started.ok) await handInBatch({ ...owner, askedAt: now.toISOString(), lang: 'zh-CN' })
  return started
}
