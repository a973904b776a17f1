import { z } from 'zod'
import { singleton } from './singleton.server'

const Flag = z
  .enum(['0', '1', 'true', 'false', ''], { error: 'is 1 or 0' })
  .optional()
  .transform((value) => value === '1' || value === 'true')
const Secret = z.string({ error: 'is missing' }).min(32, 'needs at least 32 characters')

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

/** A whole number as people type it; `1e3`, `8.5` and `ten` are none. */
const whole = (least: number, most: number) => {
  const error = `is a whole number from ${least} to ${most}`
  return z.string().regex(/^\d+$/, error).transform(Number).pipe(z.number().min(least, error).max(most, error))
}

/** Every setting of the application. `npm start` fills what a fresh clone does not set. */
export const Env = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test'], { error: 'is development, production or test' }).default('production'),
  DATABASE_URL: z
    .string({ error: 'is missing: a postgresql:// address' })
    .startsWith('postgres', 'is an address that begins with postgresql://'),
  DATABASE_POOL: whole(2, 100).default(20),
  /** set by the launcher when the database is the embedded one */
  EMBEDDED_DATABASE: Flag,
  DATA_DIR: z.string().default('.data'),
  HOST: z.string().default('127.0.0.1'),
  PORT: whole(0, 65_535).default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'is an address such as https://events.example.org' }).optional(),
  SESSION_SECRET: Secret,
  CODE_SECRET: Secret,
  /** 32 bytes, base64: seals one-time-password secrets and payment data */
  SEAL_KEY: z
    .string({ error: 'is missing: 32 bytes in base64' })
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'is 32 bytes in base64, such as `openssl rand -base64 32` prints'),
  SMTP_URL: z.string().startsWith('smtp', 'is an address such as smtps://user:password@mail.example.org').optional(),
  MAIL_FROM: z.string().default('Jingwei <no-reply@localhost>'),
  SMS_ENDPOINT: z.url({ error: 'is an address such as https://dysmsapi.aliyuncs.com' }).optional(),
  SMS_ACCESS_KEY_ID: z.string().optional(),
  SMS_ACCESS_KEY_SECRET: z.string().optional(),
  SMS_SIGN_NAME: z.string().optional(),
  SMS_TEMPLATE_CODE: z.string().optional(),
  S3_ENDPOINT: z.url({ error: 'is an address such as https://s3.example.org' }).optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  ICP_NUMBER: z.string().optional(),
  POLICE_NUMBER: z.string().optional(),
  LOG_LEVEL: z.enum(LEVELS, { error: `is one of ${LEVELS.join(', ')}` }).default('info'),
  METRICS_TOKEN: z.string().optional(),
  TRUST_PROXY: whole(0, 10).default(0),
})
export type Env = z.infer<typeof Env>

/** Settings that make sense only together. */
const TOGETHER = [
  ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  ['SMS_ENDPOINT', 'SMS_ACCESS_KEY_ID', 'SMS_ACCESS_KEY_SECRET', 'SMS_SIGN_NAME', 'SMS_TEMPLATE_CODE'],
] as const

/** What is missing because of what is there. Asked of the bare settings: zod refines only what has no other fault. */
function missing(given: Record<string, string | undefined>): string[] {
  const lines = TOGETHER.flatMap((names) => {
    const there = names.filter((name) => given[name])
    return there.length === 0
      ? []
      : names.filter((name) => !given[name]).map((name) => `  ${name}: needed because ${there.join(', ')} is set`)
  })
  const embedded = Flag.safeParse(given.EMBEDDED_DATABASE).data
  const production = (given.NODE_ENV ?? 'production') === 'production'
  if (!embedded && production && !given.PUBLIC_URL) lines.push('  PUBLIC_URL: the address people type, such as https://events.example.org')
  return lines
}

/** Reads settings or throws one error that lists everything that is missing or wrong. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = Env.safeParse(filled)
  const wrong = parsed.error?.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`) ?? []
  const lines = [...wrong, ...missing(filled)]
  if (!parsed.success || lines.length > 0) throw new Error(`settings are missing or wrong:\n${lines.join('\n')}`)
  return parsed.data
}

export const env = (): Env => singleton('env', () => readEnv(process.env))

/** One-click sign-in and the message inbox exist only on the embedded database behind a loopback listener. */
export function isDemo(): boolean {
  const { EMBEDDED_DATABASE, HOST, PUBLIC_URL } = env()
  const loopback = (host: string) => ['127.0.0.1', '::1', 'localhost', '[::1]'].includes(host)
  return EMBEDDED_DATABASE && loopback(HOST) && (!PUBLIC_URL || loopback(new URL(PUBLIC_URL).hostname))
}

/** The address of this installation without a trailing slash. */
export const publicUrl = (): string => (env().PUBLIC_URL ?? `http://${env().HOST}:${env().PORT}`).replace(/\/+$/, '')
