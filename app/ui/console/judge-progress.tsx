import type { SeatState } from '~/domain/judging/panel/seat-state'
import { useT } from '~/i18n/use-t'
import { RequestKey } from '~/ui/request-key'

interface Row {
  id: string
  label: string
  name: string
  expected: number
  complete: number
  partial: number
  recused: number
  accepted: boolean
  state: SeatState
  declared: boolean
  lockedAt: string | null
}

interface JudgeProgressProps {
  judges: Row[]
  path: string
  /** the judge whose missing works are listed */
  chosen: string | null
  open: boolean
  requestKey: string
}

/** How far each judge is, as a thread and in numbers; those behind can be reminded. */
export function JudgeProgress({ judges, path, chosen, open, requestKey }: JudgeProgressProps) {
  const t = useT('console')
  if (judges.length === 0) return <p className="empty">{t('judges.none')}</p>
  const behind = judges.filter(({ complete, expected, lockedAt, accepted }) => !lockedAt && accepted && complete < expected)
  return (
    <form method="post" action={path}>
      <RequestKey value={requestKey} />
      <div className="table-scroll" tabIndex={0}>
        <table className="dense threads">
          <thead>
            <tr>
              {open && (
                <th scope="col" className="check">
                  <span className="visually-hidden">{t('progress.remind')}</span>
                </th>
              )}
              <th scope="col">{t('judges.label')}</th>
              <th scope="col">{t('judges.name')}</th>
              <th scope="col">{t('progress.thread')}</th>
              <th scope="col" className="num">
                {t('progress.marked')}
              </th>
              <th scope="col" className="num">
                {t('progress.left')}
              </th>
              <th scope="col" className="num">
                {t('progress.partial')}
              </th>
              <th scope="col" className="num">
                {t('judges.recusals')}
              </th>
              <th scope="col">{t('judges.state')}</th>
            </tr>
          </thead>
          <tbody>
            {judges.map((judge) => {
              const left = judge.expected - judge.complete
              const isBehind = behind.includes(judge)
              return (
                <tr key={judge.id}>
                  {open && (
                    <td className="check">
                      {isBehind && (
                        <label>
                          <input type="checkbox" name="seats" value={judge.id} defaultChecked />
                          <span className="visually-hidden">{t('progress.remindOne', { label: judge.label })}</span>
                        </label>
                      )}
                    </td>
                  )}
                  <th scope="row" className="label">
                    {judge.label}
                  </th>
                  <td>{judge.name}</td>
                  <td>
                    <progress
                      value={judge.complete}
                      max={judge.expected || 1}
                      className={left === 0 ? 'full' : undefined}
                      aria-label={t('progress.of', { label: judge.label, complete: judge.complete, expected: judge.expected })}
                    />
                  </td>
                  <td className="num">
                    {judge.complete} / {judge.expected}
                  </td>
                  <td className="num">
                    {left > 0 ? (
                      <a href={`${path}?judge=${judge.id}`} aria-current={judge.id === chosen ? 'true' : undefined}>
                        {left}
                      </a>
                    ) : (
                      0
                    )}
                  </td>
                  <td className="num">{judge.partial}</td>
                  <td className="num">{judge.recused}</td>
                  <td>
                    <span className={`state state--${judge.lockedAt ? 'done' : judge.declared ? 'now' : 'draft'}`}>
                      {t(`seatState.${judge.state}`)}
                    </span>
                    {judge.lockedAt && <small>{judge.lockedAt}</small>}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {open && behind.length > 0 && (
        <div className="deed">
          <button className="button" name="intent" value="remind">
            {t('progress.remind')}
          </button>
          <p>{t('progress.remindWhat')}</p>
        </div>
      )}
    </form>
  )
}
