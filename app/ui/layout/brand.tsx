import { useLang, useLocalPath, useT } from '~/i18n/use-t'

/** The mark: a two-by-two weave. */
export function Brand() {
  const t = useT('ui')
  const to = useLocalPath()
  return (
    <a className="brand" href={to('/')}>
      <svg viewBox="0 0 28 28" aria-hidden="true">
        <path fill="var(--indigo)" d="M6 0h5v4.5H6zM6 12.5h5V28H6zM17 0h5v15.5h-5zM17 23.5h5V28h-5z" />
        <path fill="var(--ink)" d="M0 6h15.5v5H0zM23.5 6H28v5h-4.500zM0 17h4.500v5H0zM12.500 17H28v5H12.500z" />
      </svg>
      {t('brand')}
      {useLang() === 'zh-CN' && <span lang="en">Jingwei</span>}
    </a>
  )
}
