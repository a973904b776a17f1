import { Readable } from 'node:stream'
import sharp from 'sharp'
import { db } from '~/db.server'
import { closeStage } from '~/domain/judging/close-stage.server'
import { openStage } from '~/domain/judging/open-stage.server'
import { saveMarks } from '~/domain/judging/save-marks.server'
import { signSheet } from '~/domain/judging/sign-sheet.server'
import { storage } from '~/gateways/storage.server'
import { invariant } from '~/invariant'
import { applied, cup } from './cup'
import { makeJudge, makeWork, sentMark } from './panel'

const CRITERIA = ['design', 'craft', 'colour', 'market']

/**
 * The Puyuan Cup with six accepted works, three in each group, and one judge who likes the first works best; one place
 * and one alternate in each group, so that the third of each is not selected. Judging has closed, nothing is published.
 * `named`: under another name, where whoever looks for the real one shall find one.
 */
export async function judgedCup(named: (source: string) => string = (source) => source) {
  const { slug, source } = cup()
  await applied(named(source).replace('places: 20, alternates: 5', 'places: 1, alternates: 1'))
  const works = await Promise.all(Array.from({ length: 6 }, (_, n) => makeWork(slug, n)))
  for (const work of works) await storePictures(work.id)
  const stageId = 'preliminary'
  const judge = await makeJudge(slug, stageId, 0)
  const now = new Date()
  const stage = { eventId: slug, stageId, byId: 'office', now }
  const opened = await openStage({ ...stage, endsCall: true })
  invariant(opened.ok, `the stage opens: ${JSON.stringify(opened)}`)
  // a mark counts as given while the stage is open, whatever day the test runs on
  await db.stage.updateMany({
    where: { eventId: slug, id: stageId },
    data: { closesAt: new Date(now.getTime() + 3_600_000) },
  })
  const marks = works.flatMap(({ code }, n) => CRITERIA.map((criterion) => sentMark(code, criterion, String(9 - n))))
  const saved = await saveMarks({ eventId: slug, stageId, ...judge, marks, now })
  invariant(saved.ok, `marks are saved: ${JSON.stringify(saved)}`)
  const signed = await signSheet({ eventId: slug, stageId, ...judge, signature: '签名', now })
  invariant(signed.ok, `the sheet is signed: ${JSON.stringify(signed)}`)
  const closed = await closeStage(stage)
  invariant(closed.ok, `the stage closes: ${JSON.stringify(closed)}`)
  const [first, second, alternate, , unselected] = works
  invariant(first && second && alternate && unselected, 'six works')
  const publish = async () => {
    // it brings the catalogues with it, which a browser test's loader does not read
    const { publishResults } = await import('~/domain/judging/publish-results.server')
    const published = await publishResults(stage)
    invariant(published.ok, `results are published: ${JSON.stringify(published)}`)
  }
  return { slug, stageId, works, finalist: first, otherFinalist: second, alternate, unselected, publish }
}

async function storePictures(entryId: string): Promise<void> {
  const picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#e8e0d4' } })
    .webp()
    .toBuffer()
  for (const key of [`views/${entryId}.webp`, `thumbs/${entryId}.webp`])
    await storage().put(key, Readable.from([picture]), { bytes: picture.length, mime: 'image/webp' })
}
