import type { Printed } from './events/printed'

/**
 * `npm run --silent ledger -- verify [EVENT]` proves every chain of the ledger, or one event’s. One line per chain on
 * stdout when all are whole; else one line per fault on stderr, nothing on stdout, exit 1.
 */
async function run([command, event, ...rest]: readonly string[]): Promise<Printed> {
  if (command !== 'verify' || rest.length > 0) return { ok: false, lines: ['usage: npm run --silent ledger -- verify [EVENT]'] }
  const { verifyChains } = await import('./ledger/verify-chains')
  return verifyChains(event)
}

const printed = await run(process.argv.slice(2)).catch((error: unknown): Printed => ({
  ok: false,
  lines: [error instanceof Error ? error.message : String(error)],
}))
for (const note of printed.ok ? (printed.notes ?? []) : printed.lines) console.error(note)
if (printed.ok) for (const line of printed.lines) console.log(line)
process.exitCode = printed.ok ? 0 : 1
