import type { Sharing } from '~/domain/prizes/payment-queries.server'
import { useT } from '~/i18n/use-t'
import { TextField } from '~/ui/field'
import { RequestKey } from '~/ui/request-key'

interface Shown {
  authors: { id: string; name: string; you: boolean }[]
  inForce: Sharing | null
  waiting: Sharing | null
}

/** How a prize is shared among the makers of a work: what counts, what was proposed, and another proposal. */
export function PrizeShares({
  path,
  sharing: { authors, inForce, waiting },
  mode,
  requestKey,
}: {
  path: string
  sharing: Shown
  /** a maker proposes and agrees, the organiser decides; nobody once it is being paid */
  mode: 'propose' | 'decide' | 'read'
  requestKey: string
}) {
  const t = useT('prizes')
  const mayAgree = mode === 'propose' && waiting !== null && authors.some(({ id, you }) => you && !waiting.agreed.includes(id))
  const list = ({ weights, agreed, byOrganiser }: Sharing, open: boolean) => (
    <ul>
      {authors.map(({ id, name }) => (
        <li key={id}>
          <bdi>{name}</bdi> <b className="num">{weights[id] ?? 0}</b>{' '}
          {open && !byOrganiser && <span className="quiet">{t(agreed.includes(id) ? 'shares.has' : 'shares.hasNot')}</span>}
        </li>
      ))}
    </ul>
  )
  return (
    <section className="part" aria-labelledby="shares">
      <h2 id="shares">{t('shares.title')}</h2>
      <p>
        {t(inForce ? (inForce.byOrganiser ? 'shares.decided' : 'shares.agreed') : 'shares.equal')} {inForce?.reason}
      </p>
      {inForce && list(inForce, false)}
      {waiting && (
        <>
          <p>{t('shares.waiting')}</p>
          {list(waiting, true)}
          {mayAgree && (
            <form method="post" action={path}>
              <RequestKey value={`${requestKey}a`} />
              <input type="hidden" name="sharing" value={waiting.id} />
              <button className="button button--act" name="intent" value="agree">
                {t('shares.agree')}
              </button>
            </form>
          )}
        </>
      )}
      {mode !== 'read' && (
        <form method="post" action={path} className="form">
          <RequestKey value={requestKey} />
          <p className="quiet">{t('shares.lead')}</p>
          {authors.map(({ id, name, you }) => (
            <TextField
              key={id}
              name={`weight.${id}`}
              type="number"
              label={`${name}${you ? t('shares.you') : ''} · ${t('shares.weight')}`}
              defaultValue={String((waiting ?? inForce)?.weights[id] ?? 1)}
            />
          ))}
          {mode === 'decide' && <TextField name="reason" label={t('shares.reason')} required maxLength={300} />}
          <button className="button" name="intent" value="share">
            {t(mode === 'decide' ? 'shares.decide' : 'shares.propose')}
          </button>
        </form>
      )}
    </section>
  )
}
