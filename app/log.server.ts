import pino, { type Logger } from 'pino'
import { env } from './env.server'
import { singleton } from './singleton.server'

/**
 * The process's log: JSON lines on stderr, without personal data. Log ids and counts; never names, addresses,
 * numbers, codes, request bodies or query strings.
 */
export const log = (): Logger =>
  singleton('log', () =>
    pino(
      {
        level: env().LOG_LEVEL,
        base: null,
        timestamp: pino.stdTimeFunctions.isoTime,
        redact: ['req.headers', 'email', 'mobile', 'recipient', 'name', 'err.query', 'err.meta'],
      },
      pino.destination(2),
    ),
  )
