import { db } from '~/db.server'
import { publicUrl } from '~/env.server'
import { translator } from '~/i18n/i18n.server'
import { listedPieces } from './queries.server'
import { labelName } from './read-label'

/** Labels of all pieces of a stage as PDF, several to a sheet of A4, or of one work alone; null where there is none. */
export async function drawLabels(eventId: string, stageId: string, code: string | null): Promise<Uint8Array | null> {
  const [event, pieces] = await Promise.all([
    db.event.findUniqueOrThrow({ where: { id: eventId }, select: { nameZh: true, nameEn: true } }),
    listedPieces(eventId, stageId),
  ])
  const wanted = pieces.filter((one) => code === null || one.code === code)
  if (wanted.length === 0) return null
  const [zh, en] = [translator('zh-CN', 'production'), translator('en', 'production')]
  const { renderLabels } = await import('~/gateways/pdf-labels.server')
  return renderLabels(
    wanted.map(({ code: work, kind, number, token }) => ({
      code: work,
      kind: { first: zh(`kind.${kind}`), second: en(`kind.${kind}`) },
      count: `${number} / ${pieces.filter((one) => one.code === work && one.kind === kind).length}`,
      short: labelName(work, kind, number),
      event: { first: event.nameZh, second: event.nameEn },
      // the code behind the # stays on the device that scans: a tablet without network knows the work by it
      url: `${publicUrl()}/e/${eventId}/label/${token}#${work}`,
    })),
  )
}
