import { useT } from '~/i18n/use-t'
import { SelectField } from '~/ui/field'
import { RequestKey } from '~/ui/request-key'

interface Option {
  value: string
  label: string
}

interface TypeInStartProps {
  /** whether the event takes entries on paper */
  courier: boolean
  groups: Option[]
  tracks: Option[]
  drafts: {
    id: string
    title: string
    number: string | null
    state: 'draft' | 'returned' | string
    group: string
    authors: string
    at: string
  }[]
  here: string
  requestKey: string
}

/** Begins an entry from paper, and lists those not handed in yet. */
export function TypeInStart({ courier, groups, tracks, drafts, here, requestKey }: TypeInStartProps) {
  const t = useT('console')
  return (
    <>
      {courier ? (
        <form method="post" action={here} className="sieve">
          <RequestKey value={requestKey} />
          <SelectField name="group" label={t('col.group')} options={groups} />
          {tracks.length > 0 && <SelectField name="track" label={t('col.track')} options={tracks} />}
          <button className="button button--act">{t('typeIn.begin')}</button>
        </form>
      ) : (
        <p className="notice">{t('typeIn.refusal.no-courier')}</p>
      )}
      <h2>
        {t('typeIn.open')}
        <small>{drafts.length}</small>
      </h2>
      {drafts.length === 0 ? (
        <p className="quiet small">{t('typeIn.none')}</p>
      ) : (
        <div className="table-scroll" tabIndex={0}>
          <table className="dense">
            <thead>
              <tr>
                <th scope="col">{t('col.title')}</th>
                <th scope="col">{t('entry.author')}</th>
                <th scope="col">{t('col.group')}</th>
                <th scope="col">{t('col.state')}</th>
                <th scope="col">{t('typeIn.changed')}</th>
              </tr>
            </thead>
            <tbody>
              {drafts.map((draft) => (
                <tr key={draft.id}>
                  <th scope="row" className="wrap">
                    <a href={`${here}?entry=${draft.id}`}>{draft.title || t('entries.untitled')}</a>
                    {draft.number && <small>{draft.number}</small>}
                  </th>
                  <td className="wrap">{draft.authors}</td>
                  <td>{draft.group}</td>
                  <td>
                    <span className={`state state--${draft.state}`}>
                      {t(draft.state === 'returned' ? 'entryState.returned' : 'entryState.draft')}
                    </span>
                  </td>
                  <td className="num start">{draft.at}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
