import type { Localized } from '~/domain/events/localized'
import type { BallotRules } from './ballot'

/** The rules of a vote in sentences; `first`: it comes before the marks. */
export function describeBallot({ keep, alternates = 0, per = 'all' }: BallotRules, { first }: { first: boolean }): Localized[] {
  const standBy = { zh: alternates > 0 ? `，另设${alternates}件候补` : '', en: alternates > 0 ? `, and ${alternates} stand by` : '' }
  const where = {
    all: { zh: '共', en: '' },
    group: { zh: '每组', en: ' in every group' },
    track: { zh: '每个赛道', en: ' in every track' },
    'group-track': { zh: '每组每个赛道', en: ' in every group and track' },
  }[per]
  return [
    {
      zh: `${first ? '首轮投票：' : ''}每位评委给每件作品投一票：入选、待定或淘汰。`,
      en: `${first ? 'First pass: e' : 'E'}very judge gives every work one vote: in, hold or out.`,
    },
    {
      zh: '按入选票数排序，入选票相同的比待定票。',
      en: 'Works stand by their votes in, and where these are equal by their votes on hold.',
    },
    { zh: `${where.zh}留${keep}件${standBy.zh}。`, en: `${keep} ${keep === 1 ? 'work is' : 'works are'} kept${where.en}${standBy.en}.` },
    {
      zh: '票数相同而跨过入选线的作品，由评审组合议决定。',
      en: 'Works of equal votes across the line are decided by deliberation of the panel.',
    },
    ...(first
      ? [
          {
            zh: '首轮入选的作品才打分；其余作品没有总分，列在最后，注明票数。',
            en: 'Only works that the first pass keeps are marked; the others have no total and stand last, with their votes.',
          },
        ]
      : []),
  ]
}
