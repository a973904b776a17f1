import { useLocalPath, useT } from '~/i18n/use-t'

export interface ListedBatch {
  id: string
  path: string
  organisation: string
  state: 'preparing' | 'open'
  works: number
  handedIn: number
  at: string
}

/** The batches of a person: how far each is. */
export function BatchList({ batches }: { batches: ListedBatch[] }) {
  const t = useT('collective')
  const to = useLocalPath()
  return (
    <section className="batch-list" aria-labelledby="own-batches">
      <h2 id="own-batches">{t('list.title')}</h2>
      <ul>
        {batches.map(({ id, path, organisation, state, works, handedIn, at }) => (
          <li key={id}>
            <a href={to(path)}>
              <bdi>{organisation}</bdi>
            </a>
            <span>{state === 'preparing' ? t('list.preparing', { works }) : t('list.open', { works, handedIn })}</span>
            <span className="quiet small num">{at}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
