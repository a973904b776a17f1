import { useLocalPath, useT } from '~/i18n/use-t'

interface KeepWorksProps {
  path: string
  slug: string
  stage: { id: string; name: string }
  /** votes are given, border works are decided, or what is kept is fixed */
  phase: 'voting' | 'deciding' | 'kept' | null
  keptAt: string | null
  keeps: number
  works: number
  undecided: number
}

/** The end of a first pass: what it keeps and what follows, said before it is done. */
export function KeepWorks({ path, slug, stage, phase, keptAt, keeps, works, undecided }: KeepWorksProps) {
  const t = useT('jury')
  const to = useLocalPath()
  const stagePath = to(`/console/${slug}/stages/${stage.id}`)
  if (phase === 'kept')
    return (
      <div className="end">
        <p>{t('keep.done', { at: keptAt ?? '', keeps })}</p>
        <a className="button" href={`${stagePath}/ranking`}>
          {t('keep.toRanking')}
        </a>
      </div>
    )
  if (phase === 'voting')
    return (
      <div className="end">
        <p>{t('keep.voting')}</p>
        <a className="button" href={`${stagePath}/progress`}>
          {t('keep.toProgress')}
        </a>
      </div>
    )
  return (
    <form method="post" action={path} className="end">
      <p>{undecided > 0 ? t('keep.undecided', { undecided }) : t('keep.what', { keeps, works })}</p>
      <button className="button button--act" name="intent" value="keep-works" disabled={undecided > 0}>
        {t('keep.do')}
      </button>
      {undecided === 0 && <p className="reveals">{t('keep.irreversible')}</p>}
    </form>
  )
}
