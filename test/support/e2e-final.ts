import { Readable } from 'node:stream'
import sharp from 'sharp'
import { garment, shapes } from '~/ui/cloth/garment'
import { openDatabase } from '../../app/cli/database/open-database'

let joined: Promise<unknown> | undefined

/**
 * Joins the database of the application that is being tested, so that a test can begin on the evening of a final
 * instead of walking there through months of pages. Once for all files a worker runs: its connections end with it, and
 * the server does not wait for a process that is gone.
 */
export async function joinDatabase(): Promise<void> {
  process.env.DATA_DIR = process.env.E2E_DATA_DIR
  process.env.PUBLIC_URL = process.env.E2E_URL
  joined ??= openDatabase()
  await joined
}

/** A final that is open: works with pictures, three judges of whom the first is the chair, and two members of staff. */
export async function makeEvening(works: number) {
  const [{ db }, { storage }, { makePerson }, { makeFinal }] = await Promise.all([
    import('~/db.server'),
    import('~/gateways/storage.server'),
    import('./factories'),
    import('./final'),
  ])
  // a draft: nobody who looks at the lists of other tests meets it
  const final = await makeFinal({ works, judges: 3, status: 'draft' })
  const { eventId, stageId } = final
  for (const [n, { id, code }] of final.works.entries()) {
    const shape = shapes[n % 4] ?? 'pullover'
    const view = await sharp(Buffer.from(garment({ slug: code, palette: n % 2 ? 'celadon' : 'indigo', shape })), { density: 110 })
      .flatten({ background: '#f3f3f3' })
      .webp()
      .toBuffer()
    for (const key of [`views/${id}.webp`, `thumbs/${id}.webp`])
      await storage().put(key, Readable.from([view]), { bytes: view.length, mime: 'image/webp' })
  }
  await db.judgeSeat.updateMany({ where: { eventId, stageId, id: final.judge.seatId }, data: { isChair: true } })
  const { organisationId } = await db.event.findUniqueOrThrow({ where: { id: eventId }, select: { organisationId: true } })
  const [owner, colleague] = [await makePerson({ name: '周岚' }), await makePerson({ name: '何田' })]
  await db.organisationRole.createMany({
    data: [owner, colleague].map(({ id }) => ({ organisationId, personId: id, role: 'owner' as const })),
  })
  const { hallKey } = await db.liveShow.findUniqueOrThrow({ where: { eventId_stageId: { eventId, stageId } } })
  const order = await db.liveTurn.findMany({
    where: { eventId, stageId },
    orderBy: { position: 'asc' },
    select: { entry: { select: { code: true } } },
  })
  return { ...final, owner: owner.id, colleague: colleague.id, hallKey, order: order.map(({ entry }) => entry.code ?? '') }
}

/** Somebody new who owns the organisation of an event; answers their id. */
export async function ownerOf(eventId: string): Promise<string> {
  const [{ db }, { makePerson }] = await Promise.all([import('~/db.server'), import('./factories')])
  const { organisationId } = await db.event.findUniqueOrThrow({ where: { id: eventId }, select: { organisationId: true } })
  const { id } = await makePerson({ name: '周岚' })
  await db.organisationRole.create({ data: { organisationId, personId: id, role: 'owner' } })
  return id
}

/** A session of a person as a browser keeps it, with the second factor proven. */
export async function sessionOf(personId: string, strong = false): Promise<{ name: string; value: string; url: string }> {
  const { startSession } = await import('~/session.server')
  const set = await startSession(personId, new Request('http://127.0.0.1/'), { strong })
  const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
  return { name, value: decodeURIComponent(value), url: process.env.E2E_URL ?? '' }
}
