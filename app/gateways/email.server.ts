import { createTransport, type Transporter } from 'nodemailer'
import { env, publicUrl } from '~/env.server'
import { singleton } from '~/singleton.server'
import { Undeliverable } from './undeliverable'

export interface Mail {
  /** repeated by a second try, so that the receiving side can drop the double */
  id: string
  to: string
  subject: string
  text: string
  html: string | null
}

export const canSendEmail = (): boolean => env().SMTP_URL !== undefined

const transport = (): Transporter =>
  singleton('smtp', () =>
    createTransport(env().SMTP_URL, {
      pool: true,
      maxConnections: 2,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    } as object),
  )

/** Hands a mail to the SMTP server. Throws Undeliverable for a permanent refusal (5xx), another error for the rest. */
export async function sendEmail(mail: Mail): Promise<void> {
  const { hostname } = new URL(publicUrl())
  try {
    await transport().sendMail({
      from: env().MAIL_FROM,
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      ...(mail.html ? { html: mail.html } : {}),
      messageId: `<${mail.id}@${hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } catch (error) {
    const code = (error as { responseCode?: number }).responseCode
    if (code && code >= 500 && code < 600) throw new Undeliverable(`SMTP ${code}`)
    throw error
  }
}
