import type { LoaderFunctionArgs } from '@remix-run/node'
import { drawCertificate } from '~/domain/judging/certificates/draw-certificate.server'
import { printedNumber, readNumber } from '~/domain/judging/certificates/certificate-number'
import { organisationCertificate } from '~/domain/prizes/organisation-queries.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { translator } from '~/i18n/i18n.server'
import { notFound, requireStaff } from '~/session.server'

/** The certificate of an organisation as PDF, for the office to print and hand over. */
export async function loader({ request, params: { slug = '', number = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'ranking.publish')
  const asked = readNumber(number)
  const certificate = asked && (await organisationCertificate(asked))
  if (!certificate || certificate.eventId !== slug || certificate.revoked) throw notFound()
  const { timezone } = await eventFrame(slug)
  const inWords = (lang: 'zh-CN' | 'en') => translator(lang, 'prizes')('organisations.work', { ...certificate.figures })
  const pdf = await drawCertificate({ ...certificate, work: '' }, timezone, { first: inWords('zh-CN'), second: inWords('en') })
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${printedNumber(certificate.number)}.pdf"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
