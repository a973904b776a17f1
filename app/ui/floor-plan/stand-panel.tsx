import type { UnitState } from '~/domain/booths/plan-view'
import { useT } from '~/i18n/use-t'
import { QuoteTable } from './quote-table'
import type { QuoteText } from './quote-table'

export interface ChosenStand {
  numbers: string[]
  state: UnitState
  name: string
  facts: string
  facing: string
  quote: QuoteText | null
  overseas: string | null
  neighbours: { number: string; href: string }[]
  single: { number: string; href: string } | null
}

export type Step = 'take' | 'join' | 'sign-in' | 'closed'

interface Props {
  chosen: ChosenStand | null
  missing: string | null
  step: Step
  closed: string
  minutes: number
  addresses: { stands: string; exhibit: string; signIn: string }
}

/** What is known about the chosen stand, what it costs, and the one thing that can be done next. */
export function StandPanel({ chosen, missing, ...next }: Props) {
  const t = useT('booths')
  if (!chosen) {
    return (
      <aside className="stand-panel" id="stand" aria-label={t('panel.title')}>
        <p className="quiet">{missing === null ? t('panel.nothing') : t('panel.missing', { number: missing })}</p>
        <p className="quiet small keys-only">{t('floor.keys')}</p>
      </aside>
    )
  }
  const { numbers, state, name, facts, facing, quote, overseas, neighbours, single } = chosen
  return (
    <aside className="stand-panel" id="stand" aria-labelledby="stand-title">
      <h2 id="stand-title">{numbers.join(' + ')}</h2>
      <p className="stand-facts">
        {facts}
        {facing && (
          <>
            <br />
            {facing}
          </>
        )}
      </p>
      {state === 'free' ? (
        <>
          {quote ? <QuoteTable quote={quote} /> : <p className="quiet">{t('panel.noQuote')}</p>}
          {overseas && <p className="small quiet">{overseas}</p>}
          <NextStep numbers={numbers} {...next} />
          {(neighbours.length > 0 || single) && (
            <div className="stand-near">
              <h3>{t('panel.neighbours')}</h3>
              <ul>
                {neighbours.map(({ number, href }) => (
                  <li key={number}>
                    <a href={href}>{t('panel.add', { number })}</a>
                  </li>
                ))}
                {single && (
                  <li>
                    <a href={single.href}>{t('panel.only', { number: single.number })}</a>
                  </li>
                )}
              </ul>
            </div>
          )}
        </>
      ) : (
        <>
          <p>{state === 'kept' ? t('panel.keptText') : [t(`state.${state}`), name].filter(Boolean).join(' · ')}</p>
          {state === 'mine' && (
            <a className="button" href={next.addresses.stands}>
              {t('panel.own')}
            </a>
          )}
        </>
      )}
    </aside>
  )
}

function NextStep({ numbers, step, closed, minutes, addresses }: Omit<Props, 'chosen' | 'missing'> & { numbers: string[] }) {
  const t = useT('booths')
  if (step === 'closed') return <p className="quiet">{closed}</p>
  if (step === 'sign-in')
    return (
      <a className="button button--act" href={addresses.signIn}>
        {t('panel.signIn')}
      </a>
    )
  if (step === 'join')
    return (
      <a className="button button--act" href={addresses.exhibit}>
        {t('panel.join')}
      </a>
    )
  return (
    <form method="post" action={addresses.stands}>
      <input type="hidden" name="intent" value="hold" />
      {numbers.map((number) => (
        <input key={number} type="hidden" name="booth" value={number} />
      ))}
      <button className="button button--act">{t('panel.take', { minutes })}</button>
    </form>
  )
}
