import type { LoaderFunctionArgs } from '@remix-run/node'
import { drawCertificate } from '~/domain/judging/certificates/draw-certificate.server'
import { printedNumber, readNumber } from '~/domain/judging/certificates/certificate-number'
import { certificatesOfWork } from '~/domain/judging/certificates/queries.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { notFound, requireActor } from '~/session.server'

/** A certificate of one’s own work as PDF. */
export async function loader({ request, params: { slug = '', entryId = '', number = '' } }: LoaderFunctionArgs) {
  const { personId } = await requireActor(request)
  const asked = readNumber(number)
  const certificate = (await certificatesOfWork(slug, entryId, personId)).find((one) => one.number === asked)
  if (!certificate) throw notFound()
  const { timezone } = await eventFrame(slug)
  const pdf = await drawCertificate(certificate, timezone)
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${printedNumber(certificate.number)}.pdf"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
