import { useT } from '~/i18n/use-t'
import { TieDecision } from './tie-decision'

type Shared = Parameters<typeof TieDecision>[0]

interface OpenTiesProps {
  ties: Shared['tie'][]
  path: Shared['path']
  seats: Shared['seats']
  /** the judging is over: those at the cut hold up the publication and stand in full */
  open: boolean
  /** what was typed for one of them when it was refused */
  typed: Record<string, string> | undefined
}

/** As many forms as a page bears; the others come up as these are decided. */
const SHOWN = 40

/** Ties left to the chair: those the cut runs through in full, the others folded, for they may be published as they are. */
export function OpenTies({ ties, path, seats, open, typed }: OpenTiesProps) {
  const t = useT('console')
  const isTyped = (tie: Shared['tie']) => typed?.tieCategory === tie.category && typed.tieRank === String(tie.rank)
  const pressing = ties.filter((tie) => open && tie.atCut).slice(0, SHOWN)
  const others = ties.filter((tie) => !open || !tie.atCut)
  const box = (tie: Shared['tie']) => (
    <TieDecision
      key={`${tie.category}${tie.rank}`}
      tie={tie}
      path={path}
      seats={seats}
      open={open}
      typed={isTyped(tie) ? (typed ?? null) : null}
    />
  )
  return (
    <>
      {pressing.map(box)}
      {others.length > 0 && (
        <details className="tie-others" open={others.some(isTyped)}>
          <summary>{t(open ? 'tie.others' : 'tie.meanwhile', { count: others.length })}</summary>
          {others.slice(0, SHOWN).map(box)}
          {others.length > SHOWN && <p className="quiet small">{t('tie.first', { shown: SHOWN })}</p>}
        </details>
      )}
    </>
  )
}
