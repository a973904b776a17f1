import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { printedNumber, readNumber } from '~/domain/judging/certificates/certificate-number'
import { certificateOf } from '~/domain/judging/certificates/queries.server'
import { organisationCertificate } from '~/domain/prizes/organisation-queries.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, say } from '~/i18n/language'
import { useLang, useT } from '~/i18n/use-t'
import { notFound } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import siteCss from '~/ui/styles/site.css?url'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: siteCss }]

/** What a certificate says, for whoever holds its number: award, work, name, event, and whether it counts. Nothing else. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const number = readNumber(params.number ?? '')
  const certificate = number && ((await certificateOf(number)) ?? (await organisationCertificate(number)))
  if (!certificate) throw notFound()
  const t = translator(langOf(request), 'site')
  const { award, work, name, nameLatin, event, revoked } = certificate
  return {
    page: { title: t('titled', { title: t('verify.title') }) },
    number: printedNumber(certificate.number),
    award,
    work,
    name,
    nameLatin,
    event,
    revoked,
  }
}

export default function Verify() {
  const { number, award, work, name, nameLatin, event, revoked } = useLoaderData<typeof loader>()
  const t = useT('site')
  const lang = useLang()
  return (
    <main id="content" tabIndex={-1} className="page verify">
      <h1>{t('verify.title')}</h1>
      <p className="page-lead" role="status">
        {t(revoked ? 'verify.revoked' : 'verify.valid', { number })}
      </p>
      <dl>
        <dt>{t('verify.award')}</dt>
        <dd>{say(award, lang)}</dd>
        <dt>{t('verify.name')}</dt>
        <dd>{[name, nameLatin].filter(Boolean).join(' ')}</dd>
        {work !== null && (
          <>
            <dt>{t('verify.work')}</dt>
            <dd>{work}</dd>
          </>
        )}
        <dt>{t('verify.event')}</dt>
        <dd>{say(event, lang)}</dd>
      </dl>
    </main>
  )
}
