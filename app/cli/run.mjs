// `node app/cli/run.mjs NAME ARGS…` runs app/cli/NAME.ts (or a bench) from its bundle, building it when stale.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const [name, ...args] = process.argv.slice(2)
const prepared = spawnSync(process.execPath, ['app/cli/prepare.mjs', '--programs'], { stdio: ['ignore', 2, 2] })
if (prepared.status !== 0) process.exit(prepared.status ?? 1)
process.argv = [process.argv[0], name, ...args]
await import(join(process.cwd(), 'build/programs', `${name}.js`))
