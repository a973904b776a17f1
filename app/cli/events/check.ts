import { slugOf } from '~/domain/setup/event-config'
import type { Printed } from './printed'
import { problemLines, readEventFile } from './event-file'

/** `events check FILE…`: every problem of every file. Warnings are told, and pass. */
export async function check(files: readonly string[]): Promise<Printed> {
  const read = await Promise.all(files.map(readEventFile))
  const problems = read.flatMap((one) => ('problem' in one ? [one.problem] : problemLines(one)))
  if (read.some((one) => 'problem' in one || !one.parsed.ok)) return { ok: false, lines: problems }
  const lines = read.flatMap((one) =>
    'parsed' in one && one.parsed.ok ? [`${slugOf(one.parsed.config)}  ${one.parsed.config.kind}  ${one.parsed.config.status}  ok`] : [],
  )
  return { ok: true, lines, notes: problems }
}
