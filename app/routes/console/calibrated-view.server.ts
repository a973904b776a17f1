import { labelOrder } from '~/domain/judging/panel/seat-label'
import type { CalibratedLayer } from '~/domain/judging/calibration/calibrated-layer'
import type { OfficialRanking } from '~/domain/reporting/official-ranking.server'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'

export type CalibratedView = ReturnType<typeof calibratedView>

const NAMED = 12

/** The calibrated layer of one category as the ranking page shows it; `severity` only for who may see it. */
export function calibratedView(
  layer: CalibratedLayer,
  { works, seats }: Pick<OfficialRanking, 'works' | 'seats'>,
  category: string,
  shown: readonly string[],
  maySeeSeverity: boolean,
  lang: Lang,
) {
  const t = translator(lang, 'console')
  const codes = new Map(works.map(({ entry, code }) => [entry, code]))
  const labels = new Map(seats.map(({ id, label }) => [id, label]))
  const list = (words: string[]) =>
    words.slice(0, NAMED).join(t('listComma')) + (words.length > NAMED ? ` ${t('calibrated.more', { count: words.length - NAMED })}` : '')
  const codesOf = (entries: string[]) => list(entries.map((id) => codes.get(id) ?? '').sort())
  const labelsOf = (judges: string[]) => list(judges.map((id) => labels.get(id) ?? '').sort(labelOrder))
  const own = layer.categories.find((one) => one.category === category)
  const sentences = (own?.parts ?? []).flatMap(({ works: part, bridge }) =>
    bridge ? [t('calibrated.unlinked', { works: codesOf(part), judges: labelsOf(bridge.judges), bridge: codesOf(bridge.entries) })] : [],
  )
  for (const { judges, works: count, shared, propose } of own?.thinBridges ?? [])
    sentences.push(t('calibrated.thin', { judges: labelsOf(judges), works: count, shared, bridge: codesOf(propose.entries) }))
  if (layer.singleReads) sentences.push(t('calibrated.single'))
  const cut = own?.cut
  if (cut && (cut.from === null || cut.to === null)) sentences.push(t('calibrated.clear'))
  else if (cut) {
    sentences.push(t('calibrated.apart', { from: cut.from ?? 0, to: cut.to ?? 0 }))
    const reads = cut.reads.map(({ entry, reads: count }) => t('calibrated.reads', { code: codes.get(entry) ?? '', count }))
    if (cut.settles && cut.total > 0) sentences.push(t('calibrated.settle', { count: cut.total, works: list(reads) }))
    else if (!cut.settles) sentences.push(t('calibrated.notSettle', { count: cut.total, wrong: Math.max(1, Math.round(cut.wrongThen)) }))
  }
  const onPage = new Set(shown)
  return {
    sentences,
    cells: Object.fromEntries(
      layer.entries
        .filter(({ entry }) => onPage.has(entry))
        .map(({ entry, score, rank, interval, inQuota }) => [
          entry,
          {
            score: score?.toFixed(2) ?? null,
            rank,
            interval: interval?.join('–') ?? null,
            inQuota: inQuota === null ? null : percent(inQuota),
          },
        ]),
    ) as Record<string, { score: string | null; rank: number | null; interval: string | null; inQuota: string | null }>,
    severity: maySeeSeverity
      ? layer.judges.map(({ judge, bias, biasInterval: [low, high], slope, noise }) => ({
          label: labels.get(judge) ?? '',
          bias: `${signed(bias)} (${signed(low)} … ${signed(high)})`,
          slope: slope.toFixed(2),
          noise: noise.toFixed(1),
        }))
      : null,
  }
}

const signed = (points: number) => `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`

/** 100% and 0% are for what is certain, which draws never are. */
function percent(chance: number): string {
  const whole = Math.round(chance * 100)
  if (whole === 100 && chance < 1) return '>99%'
  return whole === 0 && chance > 0 ? '<1%' : `${whole}%`
}
