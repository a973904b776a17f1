import { publicUrl } from '~/env.server'
import { translator } from '~/i18n/i18n.server'
import { printedNumber } from './certificate-number'
import type { Certificate } from './queries.server'

/**
 * A certificate as PDF bytes, in both languages, with the address at which anyone can verify it. `honoured`: what it is
 * given for, where that is not one work.
 */
export async function drawCertificate(
  certificate: Certificate,
  timezone: string,
  honoured?: { first: string; second: string },
): Promise<Uint8Array> {
  const { renderCertificate } = await import('~/gateways/pdf-certificate.server')
  const [zh, en] = [translator('zh-CN', 'judge'), translator('en', 'judge')]
  const { number, award, work, name, nameLatin, event, issuedAt } = certificate
  const day = (locale: string) => new Intl.DateTimeFormat(locale, { timeZone: timezone, dateStyle: 'long' }).format(issuedAt)
  return renderCertificate({
    heading: { first: zh('certificate.heading'), second: en('certificate.heading') },
    name: [name, nameLatin].filter(Boolean).join(' '),
    award: { first: award.zh, second: award.en },
    work: honoured ?? { first: zh('certificate.work', { work }), second: en('certificate.work', { work }) },
    event: { first: event.zh, second: event.en },
    day: { first: day('zh-CN'), second: day('en') },
    number: printedNumber(number),
    verify: { first: zh('certificate.verify'), second: en('certificate.verify') },
    url: `${publicUrl()}/verify/${printedNumber(number)}`,
  })
}
