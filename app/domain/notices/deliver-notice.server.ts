import { db } from '~/db.server'
import { isDemo } from '~/env.server'
import { canSendEmail, sendEmail } from '~/gateways/email.server'
import { canSendSms, sendSms } from '~/gateways/sms.server'
import { Undeliverable } from '~/gateways/undeliverable'
import { log } from '~/log.server'
import { HOLDS_SECRET, withoutSecrets, type NoticeTemplate } from './notice'
import { MAX_ATTEMPTS } from './send-notice.server'

/**
 * The job behind every message: mail through SMTP, text messages through the provider, and on a demo without
 * either straight into the demo inbox. A try that fails is recorded and left to the queue; the last one, or a
 * refusal for good, makes the message failed, where an organiser sees it and can try again.
 */
export async function deliverNotice({ noticeId }: { noticeId: string }): Promise<void> {
  // counted before it is sent, so that a process that dies in the middle has used up its try
  const claimed = await db.notice.updateMany({
    where: { id: noticeId, state: 'queued' },
    data: { attempts: { increment: 1 } },
  })
  if (claimed.count === 0) return
  const notice = await db.notice.findUniqueOrThrow({ where: { id: noticeId } })
  try {
    if (await isReal(notice)) {
      if (notice.channel === 'email') await sendEmail({ ...notice, to: notice.recipient })
      else
        await sendSms({
          id: notice.id,
          to: notice.recipient,
          template: notice.template,
          parameters: notice.parameters as Record<string, string>,
        })
    }
  } catch (error) {
    const last = error instanceof Undeliverable || notice.attempts >= MAX_ATTEMPTS
    const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 300)
    await db.notice.updateMany({
      where: { id: noticeId, state: 'queued' },
      data: { lastError, ...(last ? { state: 'failed' } : {}) },
    })
    log().warn({ noticeId, template: notice.template, attempts: notice.attempts, last }, 'a message was not delivered')
    if (last) return
    throw error
  }
  const blank = !isDemo() && HOLDS_SECRET.includes(notice.template as NoticeTemplate)
  await db.notice.updateMany({
    where: { id: noticeId, state: 'queued' },
    data: {
      state: 'sent',
      sentAt: new Date(),
      lastError: null,
      ...(blank
        ? {
            subject: withoutSecrets(notice.subject),
            text: withoutSecrets(notice.text),
            html: null,
            parameters: {},
          }
        : {}),
    },
  })
}

/** Whether a message leaves the house. On a demo nothing does without a provider, and nothing ever to demo people. */
async function isReal(notice: { channel: 'email' | 'sms'; personId: string | null; recipient: string }): Promise<boolean> {
  const ready = notice.channel === 'email' ? canSendEmail() : canSendSms()
  if (!isDemo()) {
    if (!ready) throw new Undeliverable(notice.channel === 'email' ? 'SMTP_URL is not set' : 'SMS_ENDPOINT is not set')
    return true
  }
  if (!ready) return false
  const invented = await db.person.count({
    where: {
      isDemo: true,
      OR: [{ id: notice.personId ?? '' }, { contacts: { some: { value: notice.recipient } } }],
    },
  })
  return invented === 0
}
