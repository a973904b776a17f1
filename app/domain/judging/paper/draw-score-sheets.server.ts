import { db } from '~/db.server'
import type { ScoreSheets } from '~/gateways/pdf-score-sheets.server'
import { translator } from '~/i18n/i18n.server'
import { sheetCriteria } from '../measured/recorded-points'
import { isMeasured } from '../rulebook'
import { textIn, unitIn } from '../rulebook-text'
import { paperFrame } from './queries.server'

/** Sheets in one file; more would keep a worker busy for minutes, and nobody prints them at once. */
const MOST_SHEETS = 1_200

/** Blank score sheets of a stage as PDF, one for each judge and work, or one judge's alone; null where there is none. */
export async function drawScoreSheets(eventId: string, stageId: string, seatId: string | null): Promise<Uint8Array | null> {
  const [frame, stage] = await Promise.all([
    paperFrame(eventId, stageId),
    db.stage.findUniqueOrThrow({
      where: { eventId_id: { eventId, id: stageId } },
      select: { nameZh: true, nameEn: true, event: { select: { nameZh: true, nameEn: true } } },
    }),
  ])
  const seats = frame.seats.filter(({ id }) => seatId === null || id === seatId)
  const sheets = seats
    .flatMap(({ id, label, name }) => frame.worksOf(id).map(({ code, title }) => ({ label, judge: name, code, title })))
    .slice(0, MOST_SHEETS)
  if (sheets.length === 0) return null
  const [zh, en] = [translator('zh-CN', 'live'), translator('en', 'live')]
  const both = (key: keyof ScoreSheets['labels'] | 'title') => ({ first: zh(`paper.pdf.${key}`), second: en(`paper.pdf.${key}`) })
  const { renderScoreSheets } = await import('~/gateways/pdf-score-sheets.server')
  return renderScoreSheets({
    heading: both('title'),
    event: { first: stage.event.nameZh, second: stage.event.nameEn },
    stage: { first: stage.nameZh, second: stage.nameEn },
    labels: {
      judge: both('judge'),
      range: both('range'),
      weight: both('weight'),
      mark: both('mark'),
      signature: both('signature'),
      typed: both('typed'),
      check: both('check'),
    },
    criteria: sheetCriteria(frame.rulebook).map((criterion) => ({
      name: { first: textIn(criterion.name, 'zh'), second: textIn(criterion.name, 'en') },
      range: isMeasured(criterion) ? unitIn(criterion.measured.unit, 'zh') : `${criterion.min}–${criterion.max} / ${criterion.step}`,
      weight: `× ${criterion.weight}`,
    })),
    sheets,
  })
}
