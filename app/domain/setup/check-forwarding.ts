import { checkKnown, idsOf } from './check-references'
import type { EventConfig } from './event-config'
import type { Finding } from './problem'

/** What a sub-contest says about sending works on: its stage, its date, its groups, and to whom. */
export function checkForwarding({ contest, parent, dates }: EventConfig): Finding[] {
  const rule = contest?.forwarding
  if (!contest || !rule) return []
  const at = ['contest', 'forwarding']
  const judged = contest.stages.filter((stage) => 'panel' in stage)
  const findings = [
    ...checkKnown([...at, 'stage'], rule.stage, idsOf(judged), 'stage'),
    ...checkKnown([...at, 'until'], rule.until, Object.keys(dates), 'date'),
    ...Object.keys(rule.groups).flatMap((group) => checkKnown([...at, 'groups', group], group, idsOf(contest.groups), 'group')),
  ]
  if (parent) return findings
  return [
    ...findings,
    { path: at, message: 'forwarding needs parent: the contest that receives the works', zh: '推荐作品须写明 parent：接收作品的赛事' },
  ]
}
