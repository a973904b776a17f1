import { db } from '~/db.server'
import { publicUrl } from '~/env.server'
import type { Label } from '~/gateways/pdf-labels.server'
import { translator } from '~/i18n/i18n.server'
import { listedPieces, type PieceFound, piecesOfWorks } from './queries.server'
import { labelName } from './read-label'

/** Labels of all pieces of a stage as PDF, several to a sheet of A4, or of one work alone; null where there is none. */
export async function drawLabels(eventId: string, stageId: string, code: string | null): Promise<Uint8Array | null> {
  const [event, pieces] = await Promise.all([eventOf(eventId), listedPieces(eventId, stageId)])
  const wanted = pieces.filter((one) => code === null || one.code === code)
  return wanted.length === 0 ? null : draw(labelsOf(event, wanted))
}

/** Labels of all pieces of some works, a set of sheets for each stage that has any; by code. */
export async function labelSheets(
  eventId: string,
  entryIds: readonly string[],
): Promise<{ stageId: string; labels: readonly { code: string }[]; draw: () => Promise<Uint8Array> }[]> {
  const [event, pieces] = await Promise.all([eventOf(eventId), piecesOfWorks(eventId, entryIds)])
  const stages = [...new Set(pieces.map(({ stageId }) => stageId))].sort()
  return stages.map((stageId) => {
    const labels = labelsOf(
      event,
      pieces.filter((one) => one.stageId === stageId),
    )
    return { stageId, labels, draw: () => draw(labels) }
  })
}

const eventOf = (eventId: string) =>
  db.event.findUniqueOrThrow({ where: { id: eventId }, select: { id: true, nameZh: true, nameEn: true } })

function labelsOf({ id, nameZh, nameEn }: Awaited<ReturnType<typeof eventOf>>, pieces: readonly PieceFound[]): Label[] {
  const [zh, en] = [translator('zh-CN', 'production'), translator('en', 'production')]
  const many = new Map<string, number>()
  for (const { code, kind } of pieces) many.set(`${code} ${kind}`, (many.get(`${code} ${kind}`) ?? 0) + 1)
  return pieces.map(({ code, kind, number, token }) => ({
    code,
    kind: { first: zh(`kind.${kind}`), second: en(`kind.${kind}`) },
    count: `${number} / ${many.get(`${code} ${kind}`)}`,
    short: labelName(code, kind, number),
    event: { first: nameZh, second: nameEn },
    // the code behind the # stays on the device that scans: a tablet without network knows the work by it
    url: `${publicUrl()}/e/${id}/label/${token}#${code}`,
  }))
}

async function draw(labels: readonly Label[]): Promise<Uint8Array> {
  const { renderLabels } = await import('~/gateways/pdf-labels.server')
  return renderLabels(labels)
}
