import { type Printed, print } from './events/printed'
import { printHelp } from './print-help'

const usage = ['usage: npm run --silent ledger -- verify [EVENT]']

/**
 * `npm run --silent ledger -- verify [EVENT]` proves every chain of the ledger, or one event’s. One line per chain on
 * stdout when all are whole; else one line per fault on stderr, nothing on stdout, exit 1.
 */
async function run([command, event, ...rest]: readonly string[]): Promise<Printed> {
  if (command !== 'verify' || rest.length > 0) return { ok: false, lines: usage }
  const { verifyChains } = await import('./ledger/verify-chains')
  return verifyChains(event)
}

const argv = process.argv.slice(2)
if (!printHelp(argv, usage)) await print(run(argv))
