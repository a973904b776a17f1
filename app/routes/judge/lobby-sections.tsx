import { useLocalPath, useT } from '~/i18n/use-t'
import { Choice, TextArea } from '~/ui/field'
import type { LobbyView } from './lobby-view.server'

const STEPS = ['accept', 'read', 'declare', 'mark', 'sign'] as const

/** One weft through five knots: what is done, what is next. */
export function Steps({ now, voting, over }: { now: (typeof STEPS)[number] | null; voting: boolean; over: boolean }) {
  const t = useT('judge')
  const vote = useT('jury')
  const at = now === null ? STEPS.length : STEPS.indexOf(now)
  return (
    <ol className="steps" aria-label={t('lobby.steps')}>
      {STEPS.map((step, place) => {
        // the rules are read before one declares: until then nobody knows that they were
        const isNow = place === at || (step === 'read' && now === 'declare')
        const state = isNow ? (over ? 'over' : 'now') : place < at ? 'done' : over ? 'over' : 'todo'
        return (
          <li key={step} data-state={state} aria-current={place === at && !over ? 'step' : undefined}>
            <span>{step === 'mark' && voting ? vote('vote.pad') : t(`lobby.step.${step}`)}</span>
            <small>{t(`lobby.stepState.${state}`)}</small>
          </li>
        )
      })}
    </ol>
  )
}

export function AcceptSection({ view }: { view: LobbyView }) {
  const t = useT('judge')
  return (
    <section className="lobby-act">
      <h2>{t('lobby.acceptTitle')}</h2>
      <p>{t('lobby.acceptText', { event: view.event, stage: view.stage })}</p>
      <form method="post">
        <button className="button button--act" name="intent" value="accept">
          {t('lobby.accept')}
        </button>
      </form>
      <details className="sure">
        <summary className="plain">{t('lobby.decline')}</summary>
        <form method="post">
          <div className="field">
            <label htmlFor="decline-reason">{t('lobby.declineReason')}</label>
            <textarea id="decline-reason" name="reason" rows={3} maxLength={500} />
          </div>
          <button className="button button--small" name="intent" value="decline">
            {t('lobby.declineYes')}
          </button>
        </form>
      </details>
    </section>
  )
}

/** The way to the desk, or why there is none yet. */
export function StartSection({ view }: { view: LobbyView }) {
  const t = useT('judge')
  const to = useLocalPath()
  const { progress } = view
  if (!view.scoring)
    return (
      <section className="lobby-act" id="start">
        <p>{t('lobby.adviser')}</p>
      </section>
    )
  if (view.state === 'upcoming') {
    return (
      <section className="lobby-act" id="start">
        <p>{view.opens ? t('lobby.waitOpen', { time: view.opens }) : t('lobby.waitOpenNoTime')}</p>
      </section>
    )
  }
  if (view.state !== 'open')
    return (
      <section className="lobby-act" id="start">
        <p>{t('lobby.closed')}</p>
      </section>
    )
  const begun = progress !== null && progress.complete > 0
  return (
    <section className="lobby-act" id="start">
      {progress && <p className="lobby-count">{t('lobby.progress', { complete: progress.complete, expected: progress.expected })}</p>}
      <p>
        <a className="button button--act" href={to(`${view.path}/desk`)}>
          {begun ? t('lobby.continue') : t('lobby.start')}
        </a>
      </p>
      <p className="quiet small">{t('lobby.startText')}</p>
    </section>
  )
}

/** The way to the clock, the faults and the readings, for whoever records them. */
export function FieldSection({ path }: { path: string }) {
  const t = useT('measure')
  const to = useLocalPath()
  return (
    <section className="lobby-act" id="field">
      <p>
        <a className="button button--act" href={to(`${path}/field`)}>
          {t('lobby.open')}
        </a>
      </p>
      <p className="quiet small">{t('lobby.text')}</p>
    </section>
  )
}

export function SheetSection({ sheet }: { sheet: NonNullable<LobbyView['done']['sheet']> }) {
  const t = useT('judge')
  return (
    <section className="lobby-act">
      <h2>{t('lobby.sheetTitle')}</h2>
      <p>{t('lobby.sheetText', { time: sheet.time, works: sheet.works })}</p>
      <p>
        <span className="quiet">{t('lobby.sheetHash')}</span> <code className="hash">{sheet.hash}</code>
      </p>
      <p className="quiet small">{t('lobby.sheetHashText')}</p>
    </section>
  )
}

export function RulesSection({ view }: { view: LobbyView }) {
  const t = useT('judge')
  const criteria = view.rules.filter(({ topic }) => topic === 'criterion')
  const votes = view.rules.filter(({ topic }) => topic === 'vote')
  const rest = view.rules.filter(({ topic }) => topic !== 'criterion' && topic !== 'vote')
  return (
    <section className="lobby-rules">
      <h2>{t('lobby.rulesTitle')}</h2>
      <p className="quiet">{t('lobby.rulesText')}</p>
      {votes.length > 0 && (
        <ol>
          {votes.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
      )}
      {criteria.length > 0 && (
        <ul>
          {criteria.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <ol>
          {rest.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
      )}
      <p className="small">
        <span className="quiet">{t('lobby.rulesHash')}</span>{' '}
        {view.rulebookHash ? <code className="hash">{view.rulebookHash}</code> : t('lobby.rulesNotYet')}
      </p>
    </section>
  )
}

type Typed = { schools: string; companies: string; people: string }

/** Ties are written, not picked: a list of those who entered would say who did. */
export function DeclareSection({ view, typed }: { view: LobbyView; typed: Typed | null }) {
  const t = useT('judge')
  const before = view.declaration
  const named = before ? [...before.schools, ...before.companies, ...before.people] : []
  const first = view.declaredAt === null
  return (
    <section className="lobby-declare">
      <h2>{first ? t('lobby.declareTitle') : t('lobby.declareMore')}</h2>
      {!first && (
        <p>
          {t('lobby.declared', { time: view.declaredAt ?? '' })}{' '}
          {named.length === 0 ? t('lobby.declaredNone') : named.join(t('desk.listSeparator'))}
        </p>
      )}
      <p className="quiet">{first ? t('lobby.declareText') : t('lobby.declareMoreText')}</p>
      <form method="post">
        <TextArea
          name="schools"
          rows={3}
          label={t('lobby.schools')}
          help={t('lobby.schoolsHelp')}
          defaultValue={typed?.schools ?? ''}
          maxLength={4000}
        />
        <TextArea
          name="companies"
          rows={3}
          label={t('lobby.companies')}
          help={t('lobby.companiesHelp')}
          defaultValue={typed?.companies ?? (first ? view.affiliation : '')}
          maxLength={4000}
        />
        <TextArea
          name="people"
          rows={3}
          label={t('lobby.people')}
          help={t('lobby.peopleHelp')}
          defaultValue={typed?.people ?? ''}
          maxLength={4000}
        />
        {first && <Choice name="none" label={t('lobby.none')} />}
        <button className={first ? 'button button--act' : 'button'} name="intent" value="declare">
          {first ? t('lobby.declare') : t('lobby.declareMore')}
        </button>
      </form>
    </section>
  )
}

/** Works stood aside for on the desk, perhaps by a slip: taken back until the sheet is signed. */
export function RecusedSection({ codes }: { codes: string[] }) {
  const t = useT('jury')
  return (
    <section className="lobby-act">
      <h2>{t('recused.title')}</h2>
      <p className="quiet">{t('recused.text')}</p>
      <ul className="lobby-recused">
        {codes.map((code) => (
          <li key={code}>
            <form method="post">
              <input type="hidden" name="code" value={code} />
              <strong className="num">{code}</strong>{' '}
              <button className="button button--small" name="intent" value="take-back" aria-label={t('recused.takeBackOf', { code })}>
                {t('recused.takeBack')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
