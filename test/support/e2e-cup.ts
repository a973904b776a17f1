import { invariant } from '~/invariant'

/** The database and the commands of the application under test, once `joinDatabase` has told where they are. */
const house = async () => (await import('~/db.server')).db

async function officeOf(eventId: string): Promise<string> {
  const db = await house()
  const { organisationId } = await db.event.findUniqueOrThrow({ where: { id: eventId }, select: { organisationId: true } })
  return (await db.organisationRole.findFirstOrThrow({ where: { organisationId, role: 'owner' } })).personId
}

/** Accepted works by 报名号: id and code. */
export async function worksByNumber(eventId: string): Promise<{ id: string; code: string }[]> {
  const rows = await (
    await house()
  ).entry.findMany({
    where: { eventId, state: 'accepted' },
    orderBy: { number: 'asc' },
    select: { id: true, code: true },
  })
  return rows.map(({ id, code }) => ({ id, code: code ?? '' }))
}

interface Sheet {
  eventId: string
  stageId: string
  /** of the panel: 0, 1, 2 */
  judge: number
  /** value of each work, by code and criterion */
  values: Record<string, Record<string, string>>
  sign?: boolean
}

/** A judge's marks or votes, sent as the desk sends them; signed unless told otherwise. */
export async function fillSheet({ eventId, stageId, judge, values, sign = true }: Sheet): Promise<void> {
  const { saveMarks } = await import('~/domain/judging/save-marks.server')
  const { signSheet } = await import('~/domain/judging/sign-sheet.server')
  const db = await house()
  const seat = await db.judgeSeat.findFirstOrThrow({ where: { eventId, stageId, id: `seat${judge + 1}` } })
  const who = { eventId, stageId, seatId: seat.id, personId: seat.personId ?? '' }
  const now = new Date()
  const marks = Object.entries(values).flatMap(([code, given]) =>
    Object.entries(given).map(([criterion, value]) => ({
      markId: crypto.randomUUID(),
      code,
      criterion,
      value,
      markedAt: now.toISOString(),
    })),
  )
  for (let at = 0; at < marks.length; at += 100) {
    const saved = await saveMarks({ ...who, marks: marks.slice(at, at + 100), now })
    invariant(saved.ok && saved.value.every(({ status }) => status !== 'refused'), `marks are taken: ${JSON.stringify(saved)}`)
  }
  if (!sign) return
  const signed = await signSheet({ ...who, signature: seat.name, now })
  invariant(signed.ok, `the sheet is signed: ${JSON.stringify(signed)}`)
}

/** The panel of one stage sits in another; the order is drawn and the stage opened. Answers how the evening runs. */
export async function openEvening(eventId: string, from: string, stageId: string) {
  const { drawRunningOrder } = await import('~/domain/judging/live/draw-running-order.server')
  const { openStage } = await import('~/domain/judging/open-stage.server')
  const db = await house()
  const seats = await db.judgeSeat.findMany({ where: { eventId, stageId: from }, orderBy: { id: 'asc' } })
  const now = new Date()
  await db.judgeSeat.createMany({
    data: seats.map(({ id, personId, name, label, isChair }) => ({
      eventId,
      stageId,
      id,
      personId,
      name,
      label,
      isChair,
      acceptedAt: now,
      declaredAt: now,
      declaration: { schools: [], companies: [], people: [] },
    })),
  })
  const stage = { eventId, stageId, byId: await officeOf(eventId), now }
  const drawn = await drawRunningOrder({ ...stage, seed: 8 })
  invariant(drawn.ok, `the order is drawn: ${JSON.stringify(drawn)}`)
  const opened = await openStage(stage)
  invariant(opened.ok, `the final opens: ${JSON.stringify(opened)}`)
  const { hallKey } = await db.liveShow.findUniqueOrThrow({ where: { eventId_stageId: { eventId, stageId } } })
  const turns = await db.liveTurn.findMany({
    where: { eventId, stageId },
    orderBy: { position: 'asc' },
    select: { entryId: true, entry: { select: { code: true } } },
  })
  return {
    hallKey,
    panel: seats.map(({ personId }) => personId ?? ''),
    order: turns.map(({ entryId, entry }) => ({ id: entryId, code: entry.code ?? '' })),
  }
}

/** The rest of an evening, without a tablet: each work is called, marked by the panel and shown. */
export async function runEvening(
  eventId: string,
  stageId: string,
  works: readonly { id: string; code: string }[],
  valuesOf: (place: number) => Record<string, string>,
): Promise<void> {
  const { callWork } = await import('~/domain/judging/live/call-work.server')
  const { revealWork } = await import('~/domain/judging/live/reveal-work.server')
  const stage = { eventId, stageId, byId: await officeOf(eventId), now: new Date() }
  for (const [place, { id: entryId, code }] of works.entries()) {
    invariant((await callWork({ ...stage, entryId })).ok, `${code} is called`)
    for (const judge of [0, 1, 2]) await fillSheet({ eventId, stageId, judge, values: { [code]: valuesOf(place) }, sign: false })
    invariant((await revealWork({ ...stage, entryId, reason: '' })).ok, `${code} is shown`)
  }
  for (const judge of [0, 1, 2]) await fillSheet({ eventId, stageId, judge, values: {} })
}

/** The notice period begins now, instead of in two months. */
export async function beginNotice(eventId: string): Promise<void> {
  await (await house()).stage.updateMany({ where: { eventId, type: 'notice' }, data: { opensAt: new Date(Date.now() - 60_000) } })
}
