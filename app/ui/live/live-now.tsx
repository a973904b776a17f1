import { Form } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import type { BoardView } from '~/routes/console/live-board.server'

/** The work in the hall, who has marked it, and the two acts of the evening: show the total, call the next. */
export function LiveNow({ board, chair }: { board: BoardView; chair: boolean }) {
  const t = useT('live')
  const { called, next, seats } = board
  const expected = seats.filter(({ standing }) => standing !== 'aside')
  const marked = expected.filter(({ standing }) => standing === 'done')
  const missing = expected.length - marked.length
  return (
    <section className="live-now" aria-label={t('now.label')}>
      {called ? (
        <>
          <div className="live-work">
            <p className="quiet small">{t('now.place', { place: called.place, of: board.turns.length })}</p>
            <p className="live-code num">{called.code}</p>
            <p className="live-title">
              <bdi>{called.title}</bdi>
            </p>
          </div>
          <div className="live-panel">
            <p className="small">
              {called.revealed ? t('now.revealed') : t('now.marked', { marked: marked.length, expected: expected.length })}
            </p>
            <ul className="live-seats">
              {seats.map(({ id, label, name, standing }) => (
                <li key={id} data-standing={standing}>
                  <b>{label}</b> <span>{name}</span> <small>{t(`standing.${standing}`)}</small>
                </li>
              ))}
            </ul>
          </div>
        </>
      ) : (
        <p className="live-work live-title">{t('now.nothing')}</p>
      )}
      <div className="live-acts">
        {called && !called.revealed && (
          <Form method="post" className="live-act" preventScrollReset>
            <input type="hidden" name="intent" value="reveal" />
            <input type="hidden" name="entry" value={called.entry} />
            {missing > 0 && (
              <div className="field">
                <label htmlFor="reason">{t('now.reason', { count: missing })}</label>
                <input id="reason" name="reason" maxLength={200} required minLength={2} autoComplete="off" />
              </div>
            )}
            <button className={missing === 0 ? 'button button--act' : 'button'}>{chair ? t('now.reveal') : t('now.revealForChair')}</button>
            <p className="quiet small">{t('now.revealWhat')}</p>
          </Form>
        )}
        {next && (
          <Form method="post" className="live-act" preventScrollReset>
            <input type="hidden" name="intent" value="call" />
            <input type="hidden" name="entry" value={next.entry} />
            <button className={!called || called.revealed ? 'button button--act' : 'button'}>{t('now.call', { code: next.code })}</button>
            <p className="quiet small">{called && !called.revealed ? t('now.callBefore') : t('now.callWhat')}</p>
          </Form>
        )}
        {!next && called?.revealed && <p className="small">{t('now.over')}</p>}
      </div>
    </section>
  )
}
