import { useRouteLoaderData } from '@remix-run/react'
import { useLocalPath, useT } from '~/i18n/use-t'
import type { loader as rootLoader } from '~/root'

/** The foot of every page: tagline, privacy, filing numbers when configured, what is sample. */
export function Colophon() {
  const t = useT('ui')
  const to = useLocalPath()
  const root = useRouteLoaderData<typeof rootLoader>('root')
  return (
    <footer className="colophon">
      <p>
        {t('brand')} · {t('tagline')}
      </p>
      <p>
        <a href={to('/privacy')}>{t('privacy')}</a>
      </p>
      {root?.demo && (
        <p>
          <a href={to('/demo/messages')}>{t('demoInbox')}</a>
        </p>
      )}
      {root?.filings.icp && (
        <p>
          <a href="https://beian.miit.gov.cn/">{root.filings.icp}</a>
        </p>
      )}
      {root?.filings.police && <p>{root.filings.police}</p>}
      <p>{t('sampleFooter')}</p>
    </footer>
  )
}
