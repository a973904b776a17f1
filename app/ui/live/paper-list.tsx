import { useT } from '~/i18n/use-t'

interface PaperRow {
  seatId: string
  code: string
  label: string
  name: string
  first: string
  second: string | null
  mineFirst: boolean
  differences: { criterion: string; name: string; first: string | null; second: string | null }[] | null
  reason: string
  settled: boolean
}

/** Sheets that were typed: what both readings say, and the settling of what they do not share. */
export function PaperList({ path, sheets, open, maySettle }: { path: string; sheets: PaperRow[]; open: boolean; maySettle: boolean }) {
  const t = useT('live')
  return (
    <section>
      <h2>
        {t('paper.sheets')} <small>{sheets.length}</small>
      </h2>
      {sheets.length === 0 && <p className="quiet small">{t('paper.noSheets')}</p>}
      <ul className="paper-list">
        {sheets.map((sheet) => (
          <li key={`${sheet.seatId} ${sheet.code}`}>
            <p>
              <b className="num">{sheet.code}</b>{' '}
              <span>
                {sheet.label} {sheet.name}
              </span>
              <span className={`state ${sheet.settled ? 'state--done' : sheet.differences ? 'state--now' : ''}`}>
                {sheet.settled
                  ? t('paper.settled')
                  : !sheet.differences
                    ? t('paper.waits')
                    : sheet.differences.length === 0
                      ? t('paper.same')
                      : t('paper.differs', { count: sheet.differences.length })}
              </span>
              <small className="quiet">
                {t('paper.first')} {sheet.first}
                {sheet.second && (
                  <>
                    {' '}
                    · {t('paper.second')} {sheet.second}
                  </>
                )}
                {sheet.reason && <> · {sheet.reason}</>}
              </small>
            </p>
            {sheet.differences && !sheet.settled && open && maySettle && (
              <Settling path={path} sheet={sheet} differences={sheet.differences} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Settling({ path, sheet, differences }: { path: string; sheet: PaperRow; differences: NonNullable<PaperRow['differences']> }) {
  const t = useT('live')
  const id = `${sheet.seatId}-${sheet.code}`
  return (
    <form method="post" action={path} className="paper-settle">
      <input type="hidden" name="seat" value={sheet.seatId} />
      <input type="hidden" name="work" value={sheet.code} />
      {differences.map(({ criterion, name, first, second }) => (
        <fieldset key={criterion}>
          <legend>{name}</legend>
          {[[t('paper.first'), first] as const, [t('paper.second'), second] as const].map(([label, value]) => (
            <label key={label} className="choice">
              <input type="radio" name={`take-${criterion}`} value={value ?? ''} required />
              <span>
                {label} <b className="num">{value ?? t('paper.blank')}</b>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      {differences.length > 0 && (
        <div className="field">
          <label htmlFor={`reason-${id}`}>{t('paper.reason')}</label>
          <input
            id={`reason-${id}`}
            name="reason"
            required
            minLength={2}
            maxLength={200}
            autoComplete="off"
            placeholder={t('paper.reasonHelp')}
          />
        </div>
      )}
      <button className="button button--small" name="intent" value="settle">
        {differences.length > 0 ? t('paper.take') : t('paper.takeSame')}
      </button>
    </form>
  )
}
