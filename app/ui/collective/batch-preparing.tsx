import type { previewView } from '~/routes/entrant/batch-view.server'
import { useLang, useT } from '~/i18n/use-t'
import { RequestKey } from '~/ui/request-key'
import { SendFile } from './send-file'

interface BatchPreparingProps {
  slug: string
  here: string
  version: number
  busy: boolean
  faultsOnly: boolean
  view: ReturnType<typeof previewView>
  refused: { at: string; text: string } | null
  requestKey: string
}

/** The sheet and the archive being put together: what was read, what is wrong at which line, what is left over. */
export function BatchPreparing({ slug, here, version, busy, faultsOnly, view, refused, requestKey }: BatchPreparingProps) {
  const t = useT('collective')
  const lang = useLang()
  const { rows, left, matched, blocked, faulty, ignored } = view
  const error = (at: string) => (refused?.at === at ? refused.text : undefined)
  return (
    <>
      <div className="batch-sources">
        <section>
          <h2>{t('preview.sheet')}</h2>
          <p className="quiet">
            {view.sheetName ? t('preview.sheetHas', { name: view.sheetName, works: rows.length }) : t('preview.noSheet')}
          </p>
          <SendFile
            action={here}
            field="sheet"
            accept=".xlsx,.csv"
            label={t('preview.sendSheet')}
            act={t(view.sheetName ? 'preview.sheetAgain' : 'preview.sheetAct')}
            error={error('sheet')}
            disabled={busy}
          />
          <p className="small">
            <a href={`/e/${slug}/collective/template/xlsx?lang=${lang}`}>{t('start.xlsx')}</a>
          </p>
        </section>
        <section>
          <h2>{t('preview.zip')}</h2>
          <p className="quiet">
            {view.zipSize
              ? t('preview.zipHas', { name: view.zipName, size: view.zipSize, matched, left: left.length, ignored })
              : t('preview.noZip')}
          </p>
          {view.zipFault && (
            <p className="notice" role="alert">
              {view.zipFault}
            </p>
          )}
          <SendFile
            action={here}
            field="zip"
            accept=".zip"
            label={t('preview.sendZip')}
            act={t(view.zipSize ? 'preview.zipAgain' : 'preview.zipAct')}
            error={error('zip')}
            disabled={busy}
          />
          <p className="small quiet">{t('preview.zipHelp')}</p>
        </section>
      </div>
      {left.length > 0 && <LeftFiles here={here} view={view} busy={busy} />}
      {rows.length > 0 && (
        <section className="batch-rows" id="rows" aria-labelledby="rows-title">
          <div className="batch-rows-head">
            <h2 id="rows-title">{t('preview.rows', { works: rows.length })}</h2>
            <p>
              {faulty === 0 ? t('preview.allGood') : t('preview.faulty', { faulty, blocked })}{' '}
              {faulty > 0 &&
                (faultsOnly ? (
                  <a href={`${here}#rows`}>{t('preview.showAll')}</a>
                ) : (
                  <a href={`${here}?show=faults#rows`}>{t('preview.showFaulty')}</a>
                ))}
            </p>
          </div>
          <RowTable here={here} version={version} busy={busy} rows={faultsOnly ? rows.filter(({ faults }) => faults.length > 0) : rows} />
        </section>
      )}
      <div className="batch-acts">
        {rows.length > 0 && (
          <form method="post" action={here}>
            <RequestKey value={requestKey} />
            <input type="hidden" name="version" value={version} />
            <button className="button button--act" name="intent" value="make-drafts" disabled={busy || blocked > 0}>
              {t('preview.make', { works: rows.length })}
            </button>
            <p className="help">{blocked > 0 ? t('preview.blocked', { blocked }) : t('preview.makeHelp')}</p>
          </form>
        )}
        <details>
          <summary>{t('preview.discard')}</summary>
          <form method="post" action={here}>
            <p>{t('preview.discardHelp')}</p>
            <button className="button button--small" name="intent" value="discard" disabled={busy}>
              {t('preview.discardAct')}
            </button>
          </form>
        </details>
      </div>
    </>
  )
}

function RowTable({
  here,
  version,
  busy,
  rows,
}: {
  here: string
  version: number
  busy: boolean
  rows: BatchPreparingProps['view']['rows']
}) {
  const t = useT('collective')
  const untitled = useT('entrant')('untitled')
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-labelledby="rows-title">
      <table className="table">
        <thead>
          <tr>
            <th className="num">{t('preview.line')}</th>
            <th>{t('preview.work')}</th>
            <th>{t('preview.authors')}</th>
            <th>{t('preview.files')}</th>
            <th>{t('preview.toDo')}</th>
            <th>
              <span className="visually-hidden">{t('preview.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, title, group, authors, files, faults, blocked }) => (
            <tr key={line} id={`line-${line}`} className={blocked ? 'blocked' : undefined}>
              <td className="num">{line}</td>
              <td>
                <b>
                  <bdi>{title || untitled}</bdi>
                </b>
                <br />
                <span className="quiet">{group}</span>
              </td>
              <td>
                {authors.map(({ name, contact }, n) => (
                  <span key={n} className="line">
                    <bdi>{name || '—'}</bdi> <span className="quiet">{contact}</span>
                  </span>
                ))}
              </td>
              <td>
                {files.map(({ place, path, slot }) => (
                  <span key={place} className="line">
                    <b>{slot}</b>{' '}
                    <span className="quiet path">
                      <bdi>{path}</bdi>
                    </span>
                  </span>
                ))}
              </td>
              <td>
                {faults.length === 0 ? (
                  <span className="fine">{t('preview.fine')}</span>
                ) : (
                  <ul className="faults-list">
                    {faults.map(({ at, text }) => (
                      <li key={at + text}>
                        <b>{at}</b> {text}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td className="acts">
                <a href={`${here}/lines/${line}`} aria-label={t('preview.correctNamed', { line })}>
                  {t('preview.correct')}
                </a>
                <form method="post" action={here}>
                  <input type="hidden" name="line" value={line} />
                  <input type="hidden" name="version" value={version} />
                  <button
                    className="plain"
                    name="intent"
                    value="remove-row"
                    disabled={busy}
                    aria-label={t('preview.removeNamed', { line })}
                  >
                    {t('preview.remove')}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function LeftFiles({ here, view: { left, slots }, busy }: { here: string; view: BatchPreparingProps['view']; busy: boolean }) {
  const t = useT('collective')
  return (
    <section className="batch-left" id="left" aria-labelledby="left-title">
      <h2 id="left-title">{t('left.title', { count: left.length })}</h2>
      <p className="quiet">{t('left.lead')}</p>
      <ul>
        {left.slice(0, 200).map(({ place, path, size, line }) => (
          <li key={place}>
            <span className="path">
              <bdi>{path}</bdi> <span className="quiet small num">{size}</span>
            </span>
            <form method="post" action={here} className="row">
              <input type="hidden" name="intent" value="place" />
              <input type="hidden" name="place" value={place} />
              <label>
                {t('left.line')} <input name="line" inputMode="numeric" pattern="[0-9]*" size={4} defaultValue={line ?? ''} />
              </label>
              <label>
                <span className="visually-hidden">{t('left.slot')}</span>
                <select name="slot" defaultValue="">
                  <option value="">{t('left.ignore')}</option>
                  {slots.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
              <button className="button button--small" disabled={busy}>
                {t('left.act')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      {left.length > 200 && <p className="quiet small">{t('left.more', { count: left.length - 200 })}</p>}
    </section>
  )
}
