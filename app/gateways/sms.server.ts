import { createHash, createHmac, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { env } from '~/env.server'
import { Undeliverable } from './undeliverable'

// Alibaba Cloud's SMS service over its plain HTTP interface: one signed call, so their SDK (40 packages) is not needed.
// Signature: “V3 request body and signature mechanism”, ACS3-HMAC-SHA256.

export interface TextMessageToSend {
  /** our id, given back in the provider's delivery report */
  id: string
  /** E.164 */
  to: string
  /** which of our notices this is: decides the registered template */
  template: string
  parameters: Record<string, string>
}

const Answer = z.object({ Code: z.string(), Message: z.string().default(''), BizId: z.string().optional() })

/** Answers that another try cannot change: a wrong number, a template or signature that is not registered, a blocked receiver. */
const FOR_GOOD = [
  'isv.MOBILE_NUMBER_ILLEGAL',
  'isv.MOBILE_COUNT_OVER_LIMIT',
  'isv.BLACK_KEY_CONTROL_LIMIT',
  'isv.INVALID_PARAMETERS',
  'isv.SMS_TEMPLATE_ILLEGAL',
  'isv.SMS_SIGNATURE_ILLEGAL',
  'isv.TEMPLATE_MISSING_PARAMETERS',
  'isv.PARAM_LENGTH_LIMIT',
]

export const canSendSms = (): boolean => env().SMS_ENDPOINT !== undefined

/**
 * Sends one text message through the registered template of its notice. Throws Undeliverable when the provider
 * refuses for good or no template is registered for this notice, another error for the rest.
 */
export async function sendSms(message: TextMessageToSend): Promise<void> {
  const { SMS_ENDPOINT = '', SMS_SIGN_NAME = '' } = env()
  const templateCode = templateCodeOf(message.template, env().SMS_TEMPLATE_CODE ?? '')
  if (!templateCode) throw new Undeliverable(`no SMS template is registered for ${message.template}`)
  const request = signedRequest({
    endpoint: SMS_ENDPOINT,
    action: 'SendSms',
    version: '2017-05-25',
    query: {
      PhoneNumbers: message.to.replace(/^\+86/, '').replace(/^\+/, ''),
      SignName: SMS_SIGN_NAME,
      TemplateCode: templateCode,
      TemplateParam: JSON.stringify(message.parameters),
      OutId: message.id,
    },
    keyId: env().SMS_ACCESS_KEY_ID ?? '',
    keySecret: env().SMS_ACCESS_KEY_SECRET ?? '',
    date: new Date(),
    nonce: randomUUID(),
  })
  const response = await fetch(request.url, {
    method: 'POST',
    headers: request.headers,
    signal: AbortSignal.timeout(15_000),
  })
  const answer = Answer.safeParse(await response.json().catch(() => null))
  if (!answer.success) throw new Error(`the SMS provider answered ${response.status} with something unreadable`)
  if (answer.data.Code === 'OK') return
  if (FOR_GOOD.includes(answer.data.Code)) throw new Undeliverable(answer.data.Code)
  throw new Error(`the SMS provider answered ${answer.data.Code}`)
}

/**
 * `SMS_1` serves sign-in codes only; `code=SMS_1,entry-returned=SMS_2` names one for each notice. The words to
 * register are those under `sms` in the notices catalogue, with ${name} for {name}.
 */
export function templateCodeOf(template: string, setting: string): string | undefined {
  if (!setting.includes('=')) return template === 'code' && setting ? setting : undefined
  const pairs = setting.split(',').map((pair) => pair.split('=').map((part) => part.trim()))
  return pairs.find(([name]) => name === template)?.[1]
}

interface Call {
  endpoint: string
  action: string
  version: string
  query: Record<string, string>
  keyId: string
  keySecret: string
  date: Date
  nonce: string
}

/** A call with its parameters in the query, signed. Exported for the test against the provider's own example. */
export function signedRequest(call: Call): { url: string; headers: Record<string, string> } {
  const base = new URL(call.endpoint)
  const query = Object.entries(call.query)
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  const bodyHash = sha256('')
  const signed: Record<string, string> = {
    host: base.host,
    'x-acs-action': call.action,
    'x-acs-content-sha256': bodyHash,
    'x-acs-date': call.date.toISOString().replace(/\.\d{3}Z$/, 'Z'),
    'x-acs-signature-nonce': call.nonce,
    'x-acs-version': call.version,
  }
  const names = Object.keys(signed).sort()
  const canonical = ['POST', '/', query, names.map((name) => `${name}:${signed[name]}\n`).join(''), names.join(';'), bodyHash].join('\n')
  const signature = createHmac('sha256', call.keySecret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex')
  const { host: _, ...sent } = signed
  return {
    url: `${base.origin}/?${query}`,
    headers: {
      ...sent,
      Authorization: `ACS3-HMAC-SHA256 Credential=${call.keyId},SignedHeaders=${names.join(';')},Signature=${signature}`,
    },
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
/** RFC 3986: what encodeURIComponent leaves but the signature does not. */
const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
