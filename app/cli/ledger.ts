import { type Printed, print } from './events/printed'

/**
 * `npm run --silent ledger -- verify [EVENT]` proves every chain of the ledger, or one event’s. One line per chain on
 * stdout when all are whole; else one line per fault on stderr, nothing on stdout, exit 1.
 */
async function run([command, event, ...rest]: readonly string[]): Promise<Printed> {
  if (command !== 'verify' || rest.length > 0) return { ok: false, lines: ['usage: npm run --silent ledger -- verify [EVENT]'] }
  const { verifyChains } = await import('./ledger/verify-chains')
  return verifyChains(event)
}

await print(run(process.argv.slice(2)))
