import pino, { type Logger } from 'pino'
import { env } from './env.server'
import { singleton } from './singleton.server'

/** What errors of the database say of the rows they met. */
const OF_ERRORS = ['err.query', 'err.meta', 'err.detail', 'err.where', 'err.internalQuery']

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
        redact: [
          'req.headers',
          'email',
          'mobile',
          'recipient',
          'name',
          ...OF_ERRORS,
          ...OF_ERRORS.map((path) => path.replace('err.', 'err.cause.')),
        ],
      },
      pino.destination(2),
    ),
  )
