import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { translator } from '~/i18n/i18n.server'
import { langOf } from '~/i18n/language'
import { useT } from '~/i18n/use-t'
import { pageMeta } from '~/ui/page-meta'
import { privacySections, PrivacySection } from '~/ui/site/privacy-section'
import resultsCss from '~/ui/styles/results.css?url'
import siteCss from '~/ui/styles/site.css?url'
import { pageAddress } from './page-address.server'
import { publicHeaders } from './public-cache'

export const meta = pageMeta
export const headers = publicHeaders
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: siteCss },
  { rel: 'stylesheet', href: resultsCss },
]

export function loader({ request }: LoaderFunctionArgs) {
  const t = translator(langOf(request), 'site')
  return {
    page: {
      title: t('titled', { title: t('privacy.title') }),
      description: t('privacy.lead'),
      ...pageAddress(request),
    },
  }
}

export default function Privacy() {
  const t = useT('site')
  return (
    <main id="content" tabIndex={-1} className="page privacy">
      <h1>{t('privacy.title')}</h1>
      <p className="privacy-lead">{t('privacy.lead')}</p>
      {privacySections.map((name) => (
        <PrivacySection key={name} name={name} />
      ))}
    </main>
  )
}
