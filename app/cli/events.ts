import { check } from './events/check'
import { create } from './events/create'
import { printSchema } from './events/print-schema'
import { type Printed, print } from './events/printed'
import { printHelp } from './print-help'

/**
 * `npm run --silent events -- COMMAND …`. Results go to stdout. Problems go to stderr, one a line, with exit code 1
 * and nothing on stdout. check, new and schema need no database; plan, apply and list open it only when asked.
 */
const usage = [
  'usage: npm run --silent events -- check FILE…',
  '       npm run --silent events -- plan FILE',
  '       npm run --silent events -- apply FILE…',
  '       npm run --silent events -- list',
  '       npm run --silent events -- new SLUG --kind KIND [--folder FOLDER]',
  '       npm run --silent events -- schema',
]

async function run([command, ...args]: readonly string[]): Promise<Printed> {
  switch (command) {
    case 'check':
      return args.length > 0 ? check(args) : { ok: false, lines: usage }
    case 'new':
      return create(args) ?? { ok: false, lines: usage }
    case 'schema':
      return args.length === 0 ? printSchema() : { ok: false, lines: usage }
    case 'plan':
    case 'apply':
    case 'list': {
      const { withDatabase } = await import('./events/with-database')
      return withDatabase(command, args)
    }
    default:
      return { ok: false, lines: usage }
  }
}

const argv = process.argv.slice(2)
if (!printHelp(argv, usage)) await print(run(argv))
