import { say } from '~/i18n/language'
import { useLang, useLocalPath } from '~/i18n/use-t'
import type { Named } from './results-row'
import { useContestT } from './use-contest-t'

type Counted = Named & { works: number }
type Chosen = { group: string | null; track: string | null }
type Filters = { slug: string; groups: readonly Counted[]; tracks: readonly Counted[]; chosen: Chosen }

/** Groups and tracks as links, each with how many works it leads to. */
export function GalleryFilters({ slug, groups, tracks, chosen }: Filters) {
  const t = useContestT()
  const to = useLocalPath()
  const address = (change: Partial<Chosen>) => {
    const { group, track } = { ...chosen, ...change }
    const query = new URLSearchParams({ ...(group ? { group } : {}), ...(track ? { track } : {}) }).toString()
    return to(`/e/${slug}/gallery${query ? `?${query}` : ''}`)
  }
  return (
    <div className="gallery-filters">
      {groups.length > 1 && (
        <Line
          label={t('gallery.groups')}
          all={t('gallery.allGroups')}
          list={groups}
          chosen={chosen.group}
          address={(group) => address({ group })}
        />
      )}
      {tracks.length > 1 && (
        <Line
          label={t('gallery.tracks')}
          all={t('gallery.allTracks')}
          list={tracks}
          chosen={chosen.track}
          address={(track) => address({ track })}
        />
      )}
    </div>
  )
}

type LineProps = {
  label: string
  all: string
  list: readonly Counted[]
  chosen: string | null
  address: (id: string | null) => string
}

function Line({ label, all, list, chosen, address }: LineProps) {
  const lang = useLang()
  return (
    <nav className="kinds" aria-label={label}>
      <a href={address(null)} aria-current={chosen === null ? 'true' : undefined}>
        {all}
      </a>
      {list.map(({ id, name, works }) => (
        <a key={id} href={address(id)} aria-current={chosen === id ? 'true' : undefined}>
          {say(name, lang)} <small className="num">{works}</small>
        </a>
      ))}
    </nav>
  )
}
