import { z } from 'zod'
import { unknownFields, type Message } from './merge-fields'

const Text = (max: number) => z.string().trim().max(max).default('')

/** A message as it was written, in one language or in both. */
export const MessageForm = z.object({
  subjectZh: Text(80),
  bodyZh: Text(2_000),
  subjectEn: Text(120),
  bodyEn: Text(3_000),
})
export type MessageForm = z.output<typeof MessageForm>

export const messageOf = ({ subjectZh, bodyZh, subjectEn, bodyEn }: MessageForm): Message => ({
  subject: { zh: subjectZh, en: subjectEn },
  body: { zh: bodyZh, en: bodyEn },
})

export type MessageRefusal = 'empty' | 'unknown-field' | 'nobody' | 'changed'

/** Why a message cannot be sent as it is written, or null. */
export function refuseMessage(message: Message): { reason: 'empty' | 'unknown-field'; fields: string } | null {
  const { subject, body } = message
  if (!(subject.zh || subject.en) || !(body.zh || body.en)) return { reason: 'empty', fields: '' }
  const unknown = unknownFields(message)
  return unknown.length > 0 ? { reason: 'unknown-field', fields: unknown.map((name) => `{${name}}`).join(' ') } : null
}
