import { pictureAddress } from '~/domain/judging/published-picture-name'
import { useLocalPath } from '~/i18n/use-t'
import { useContestT } from './use-contest-t'

type Neighbour = { code: string; title: string; picture: string | null } | null

/** The works before and after, in the order of the results. */
export function WorkNeighbours({ slug, previous, next }: { slug: string; previous: Neighbour; next: Neighbour }) {
  const t = useContestT()
  return (
    <nav className="neighbours" aria-label={t('work.others')}>
      <Link slug={slug} work={previous} label={t('work.previous')} rel="prev" />
      <Link slug={slug} work={next} label={t('work.next')} rel="next" />
    </nav>
  )
}

function Link({ slug, work, label, rel }: { slug: string; work: Neighbour; label: string; rel: 'prev' | 'next' }) {
  const to = useLocalPath()
  if (!work) return <span />
  return (
    <a href={to(`/e/${slug}/works/${encodeURIComponent(work.code)}`)} rel={rel}>
      {work.picture && <img src={pictureAddress(slug, work.code, work.picture, 'thumb')} alt="" loading="lazy" width={96} height={72} />}
      <span>
        <small>{label}</small> {work.title || work.code}
      </span>
    </a>
  )
}
