import { pictureAddress } from '~/domain/judging/published-picture-name'
import type { PublishedWork } from '~/domain/judging/published-works.server'
import { say } from '~/i18n/language'
import { useLang, useLocalPath } from '~/i18n/use-t'
import type { Named } from './results-row'
import { groundOf } from './work-ground'
import { WorkPeople } from './work-people'
import { useContestT } from './use-contest-t'

type Props = { slug: string; work: PublishedWork; groups: readonly Named[]; tracks: readonly Named[] }

/** A work as it hangs in the gallery: whole, on a pale ground of its own, with a close-up in the corner. */
export function GalleryWork({ slug, work, groups, tracks }: Props) {
  const t = useContestT()
  const lang = useLang()
  const to = useLocalPath()
  const { code, title, pictures } = work
  const [picture] = pictures
  const named = (list: readonly Named[], id: string | null) => say(list.find((one) => one.id === id)?.name, lang)
  return (
    <li>
      <a className="hung" href={to(`/e/${slug}/works/${encodeURIComponent(code)}`)} style={groundOf(code)}>
        {picture ? (
          <>
            <img
              className="whole"
              src={pictureAddress(slug, code, picture.name, 'sheet')}
              alt={t('gallery.pictureOf', { title })}
              loading="lazy"
            />
            <img className="detail" src={pictureAddress(slug, code, picture.name, 'detail')} alt="" loading="lazy" />
          </>
        ) : (
          <span className="no-picture">{t(work.cleared ? 'gallery.noPicture' : 'gallery.inReview')}</span>
        )}
      </a>
      <h2>
        <a href={to(`/e/${slug}/works/${encodeURIComponent(code)}`)}>{title || code}</a>
      </h2>
      <p className="quiet small num">{[title && code, named(groups, work.group), named(tracks, work.track)].filter(Boolean).join(' · ')}</p>
      {work.cleared && (
        <div className="people">
          <WorkPeople work={{ authors: work.authors, instructors: [] }} />
        </div>
      )}
    </li>
  )
}
