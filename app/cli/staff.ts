import { type Printed, print } from './events/printed'
import { printHelp } from './print-help'

const usage = [
  'usage: npm run --silent staff -- add-owner ORGANISATION CONTACT [NAME]   (contact: an e-mail address or a mobile number)',
  '       npm run --silent staff -- list [ORGANISATION]',
]

/**
 * `npm run --silent staff -- COMMAND …` is for whoever runs the installation: an organisation’s first owner has nobody
 * who could invite them. Everybody after comes by invitation in the console.
 */
async function run([command, ...args]: readonly string[]): Promise<Printed> {
  const rightNumber = command === 'add-owner' ? args.length === 2 || args.length === 3 : command === 'list' && args.length < 2
  if (!rightNumber) return { ok: false, lines: usage }
  const { addOwner, listStaff } = await import('./staff/with-database')
  return command === 'list' ? listStaff(args[0]) : addOwner(args[0] ?? '', args[1] ?? '', args[2] ?? null)
}

const argv = process.argv.slice(2)
if (!printHelp(argv, usage)) await print(run(argv))
