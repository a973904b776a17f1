import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { printHelp } from './print-help'

interface Bench {
  run: () => AsyncIterable<object>
}

const usage = () => {
  const names = readdirSync(join(process.cwd(), 'test/bench')).flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []))
  return [`usage: npm run bench -- NAME, one of ${names.join(', ')}`]
}

/** `npm run bench -- NAME` runs test/bench/NAME.ts and prints its figures, a JSON object a line. Returns the exit code. */
async function run(name: string): Promise<number> {
  const program = join(process.cwd(), 'build/programs/bench', `${name}.js`)
  if (!/^[a-z-]+$/.test(name) || !existsSync(program)) {
    for (const line of usage()) console.error(line)
    return 1
  }
  const bench = (await import(pathToFileURL(program).href)) as Bench
  for await (const figures of bench.run()) console.log(JSON.stringify(figures))
  return 0
}

const argv = process.argv.slice(2)
if (!printHelp(argv, usage())) process.exitCode = await run(argv[0] ?? '')
