import { db } from '~/db.server'
import { sealLedger } from '~/domain/ledger/seal.server'
import type { ResultSheet } from '~/gateways/pdf-result-sheet.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { markChanges } from './late/queries.server'
import { labelOrder } from './panel/seat-label'
import { type RankedWork, stageRanking } from './ranking.server'
import { textIn } from './rulebook-text'

const MOST_ROWS = 400

/**
 * The 成绩确认表 of a stage that is closed or published: the ranking as it is now, what the rulebook dropped, the
 * rulebook’s hash, the head of the ledger sealed just before, the desk’s signatures and lines to sign on. Null before.
 */
export async function drawResultSheet(eventId: string, stageId: string, now: Date): Promise<Uint8Array | null> {
  const stage = await db.stage.findUnique({
    where: { eventId_id: { eventId, id: stageId } },
    select: {
      state: true,
      nameZh: true,
      nameEn: true,
      rulebook: true,
      event: { select: { nameZh: true, nameEn: true, timezone: true, groups: true, tracks: true } },
    },
  })
  if (!stage?.rulebook || (stage.state !== 'closed' && stage.state !== 'published')) return null
  const head = await sealLedger(eventId)
  const [
    {
      works,
      seats,
      stage: { rulebookHash },
      rulebook,
    },
    changes,
    signed,
  ] = await Promise.all([
    stageRanking(eventId, stageId),
    markChanges(eventId, stageId),
    db.judgeSeat.findMany({
      where: { eventId, stageId, removedAt: null },
      select: { id: true, label: true, name: true, scoring: true, isChair: true, signature: true, lockedAt: true },
    }),
  ])
  signed.sort((a, b) => labelOrder(a.label, b.label))
  const [zh, en] = [translator('zh-CN', 'live'), translator('en', 'live')]
  type Word =
    | 'title'
    | 'rank'
    | 'code'
    | 'work'
    | 'total'
    | 'standing'
    | 'rulebook'
    | 'ledger'
    | 'dropped'
    | 'changes'
    | 'signatures'
    | 'chair'
    | 'office'
    | 'made'
    | 'unsigned'
  const both = (key: Word) => ({ first: zh(`sheet.pdf.${key}`), second: en(`sheet.pdf.${key}`) })
  const names = new Map([...stage.event.groups, ...stage.event.tracks].map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]))
  const categoryName = (id: string) => {
    const parts = id.split('/').flatMap((part) => names.get(part) ?? [])
    return parts.length === 0
      ? { first: stage.nameZh, second: stage.nameEn }
      : { first: parts.map((part) => part.zh).join(' · '), second: parts.map((part) => part.en).join(' · ') }
  }
  const at = (date: Date) => formatDateTime(date, 'zh-CN', stage.event.timezone)
  const decimals = Math.max(0, ...works.flatMap(({ sheets }) => Object.values(sheets).map((text) => text.split('.')[1]?.length ?? 0)))
  const { renderResultSheet } = await import('~/gateways/pdf-result-sheet.server')
  const sheet: ResultSheet = {
    heading: both('title'),
    event: { first: stage.event.nameZh, second: stage.event.nameEn },
    stage: { first: stage.nameZh, second: stage.nameEn },
    columns: { rank: both('rank'), code: both('code'), work: both('work'), total: both('total'), standing: both('standing') },
    judges: seats.map(({ label }) => label),
    categories: [...new Set(works.map(({ category }) => category))].map((category) => ({
      name: categoryName(category),
      rows: works
        .filter((work) => work.category === category)
        .slice(0, MOST_ROWS)
        .map((work) => ({
          rank: work.rank === null ? '—' : String(work.rank),
          code: work.code,
          title: work.title,
          sheets: seats.map(({ id }) => judgeCell(work, id, decimals, zh('sheet.pdf.aside'))),
          total: work.total ?? '—',
          standing: zh(`sheet.pdf.${work.standing}`),
        })),
    })),
    legend: both('dropped'),
    facts: [
      { label: both('rulebook'), value: rulebookHash },
      {
        label: both('ledger'),
        value: `${head.hash}  (${zh('sheet.pdf.ledgerRows', { rows: head.seq })} / ${en('sheet.pdf.ledgerRows', { rows: head.seq })})`,
      },
    ],
    changesHeading: both('changes'),
    changes: changes.flatMap(({ state, code, seat, criterion, was, value, reason, askedBy, decidedBy }) => {
      const found = rulebook.criteria.find(({ id }) => id === criterion)
      const words = {
        code,
        label: seat,
        criterion: found ? textIn(found.name, 'zh') : criterion,
        was: was ?? '—',
        value: value ?? '—',
        reason,
        asked: askedBy,
        agreed: decidedBy ?? '',
      }
      return state === 'agreed' ? [zh('sheet.pdf.changeLine', words)] : []
    }),
    signaturesHeading: both('signatures'),
    signatures: signed.flatMap(({ scoring, isChair, label, name, signature, lockedAt }) => {
      if (!scoring && !isChair) return []
      const chair = isChair ? ` · ${zh('sheet.pdf.chair')} ${en('sheet.pdf.chair')}` : ''
      const typed =
        signature && lockedAt
          ? zh('sheet.pdf.signed', { signature, at: at(lockedAt) })
          : scoring
            ? `${both('unsigned').first} ${both('unsigned').second}`
            : ''
      return [{ who: `${label} ${name}${chair}`, typed }]
    }),
    others: [both('office'), both('made')],
    made: `${zh('sheet.pdf.generated', { at: at(now) })} ${en('sheet.pdf.generated', { at: formatDateTime(now, 'en', stage.event.timezone) })}`,
  }
  return renderResultSheet(sheet)
}

/** A judge’s total of one work; struck where the rulebook dropped it, with a star where it dropped single marks of the sheet. */
function judgeCell(work: RankedWork, judge: string, decimals: number, aside: string): { text: string; dropped: boolean } {
  if (work.recused.includes(judge)) return { text: aside, dropped: false }
  const total = work.sheets[judge]
  if (total === undefined) return { text: '—', dropped: false }
  const [whole = '', fraction = ''] = total.split('.')
  const text = decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, '0')}`
  const own = work.dropped.filter((mark) => mark.judge === judge)
  return {
    text: own.some(({ criterion }) => criterion !== null) ? `${text}*` : text,
    dropped: own.some(({ criterion }) => criterion === null),
  }
}
