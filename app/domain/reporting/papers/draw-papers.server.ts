import { db } from '~/db.server'
import { drawReceipt } from '~/domain/entries/draw-receipt.server'
import { eventTerms, handedInVersion } from '~/domain/entries/queries.server'
import { receiptText } from '~/domain/entries/receipt-text.server'
import { printedNumber } from '~/domain/judging/certificates/certificate-number'
import { drawCertificate } from '~/domain/judging/certificates/draw-certificate.server'
import { certificatesOfWorks } from '~/domain/judging/certificates/queries.server'
import { labelSheets } from '~/domain/judging/production/draw-labels.server'
import type { ZipFile } from '~/gateways/zip.server'
import type { PaperOrder } from '~/generated/prisma/client'

interface Work {
  id: string
  number: string | null
  code: string | null
}

/** A file of the archive, with how many papers are in it. */
export type Paper = ZipFile & { papers: number }

/** The papers of some works of an order, one held at a time, under names that sort. */
export async function* drawPapers(order: PaperOrder, works: readonly Work[]): AsyncGenerator<Paper> {
  if (works.length === 0) return
  if (order.kind === 'receipts') yield* receipts(order, works)
  else if (order.kind === 'labels') yield* labels(order, works)
  else yield* certificates(order, works)
}

async function* receipts({ eventId, locale }: PaperOrder, works: readonly Work[]): AsyncGenerator<Paper> {
  const terms = await eventTerms(eventId)
  if (!terms) return
  for (const { id, number } of works) {
    const version = await handedInVersion(eventId, id)
    if (!version || !number) continue
    const pdf = await drawReceipt(receiptText({ terms, id, number }, version, locale === 'en' ? 'en' : 'zh-CN'))
    yield { name: `${number}-v${version.version}.pdf`, body: Buffer.from(pdf), papers: 1 }
  }
}

async function* certificates({ eventId }: PaperOrder, works: readonly Work[]): AsyncGenerator<Paper> {
  const [{ timezone }, rows] = await Promise.all([
    db.event.findUniqueOrThrow({ where: { id: eventId }, select: { timezone: true } }),
    certificatesOfWorks(
      eventId,
      works.map(({ id }) => id),
    ),
  ])
  for (const { id, number } of works)
    for (const { certificate, awardId } of rows.filter(({ entryId }) => entryId === id)) {
      const pdf = await drawCertificate(certificate, timezone)
      yield { name: `${number}-${awardId}-${printedNumber(certificate.number)}.pdf`, body: Buffer.from(pdf), papers: 1 }
    }
}

/** Labels go on sheets of ten: works of one stage share a file, called after the first and last code on it. */
async function* labels({ eventId }: PaperOrder, works: readonly Work[]): AsyncGenerator<Paper> {
  const sheets = await labelSheets(
    eventId,
    works.map(({ id }) => id),
  )
  for (const { stageId, labels: drawn, draw } of sheets) {
    const [first, last] = [drawn[0]?.code ?? '', drawn.at(-1)?.code ?? '']
    const name = first === last ? first : `${first}_${last}`
    yield { name: `${stageId}/${name}.pdf`, body: Buffer.from(await draw()), papers: drawn.length }
  }
}
