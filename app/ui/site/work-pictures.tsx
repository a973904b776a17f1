import { pictureAddress } from '~/domain/judging/published-picture-name'
import type { PublishedPicture, PublishedWork } from '~/domain/judging/published-works.server'
import type { ShownSlot } from '~/domain/judging/shown-to-judges'
import { say } from '~/i18n/language'
import { useLang, useT } from '~/i18n/use-t'
import { groundOf } from './work-ground'

type Props = { slug: string; work: PublishedWork; slots: readonly ShownSlot[] }

/** Every picture of a work, the first one large; each opens in the size judges saw. */
export function WorkPictures({ slug, work, slots }: Props) {
  const t = useT('site')
  const [first, ...others] = work.pictures
  if (!first) return <p className="no-picture">{t(work.cleared ? 'gallery.noPicture' : 'gallery.inReview')}</p>
  return (
    <div className="sheets">
      <Sheet slug={slug} work={work} slots={slots} picture={first} large />
      {others.map((picture) => (
        <Sheet key={picture.name} slug={slug} work={work} slots={slots} picture={picture} />
      ))}
    </div>
  )
}

type SheetProps = Props & { picture: PublishedPicture; large?: boolean }

function Sheet({ slug, work, slots, picture, large = false }: SheetProps) {
  const t = useT('site')
  const lang = useLang()
  const { code, title } = work
  const label = say(slots.find(({ id }) => id === picture.slot)?.label, lang)
  const at = (size: 'sheet' | 'view') => pictureAddress(slug, code, picture.name, size)
  return (
    <figure className={large ? 'large' : undefined}>
      <a href={at('view')} style={groundOf(code)}>
        <img
          src={at('sheet')}
          srcSet={`${at('sheet')} 1200w, ${at('view')} 2400w`}
          sizes={large ? '(max-width: 900px) 100vw, 62vw' : '(max-width: 900px) 100vw, 31vw'}
          alt={t('work.pictureOf', { title, label })}
          loading={large ? 'eager' : 'lazy'}
          {...(picture.width && picture.height ? { width: picture.width, height: picture.height } : {})}
        />
      </a>
      <figcaption>{label}</figcaption>
    </figure>
  )
}
