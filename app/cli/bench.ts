import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

interface Bench {
  run: () => AsyncIterable<object>
}

/** `npm run bench -- NAME` runs test/bench/NAME.ts and prints its figures, a JSON object a line. */
const name = process.argv[2] ?? ''
const program = join(process.cwd(), 'build/programs/bench', `${name}.js`)
if (!/^[a-z-]+$/.test(name) || !existsSync(program)) {
  const names = readdirSync(join(process.cwd(), 'test/bench')).flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []))
  console.error(`usage: npm run bench -- NAME, one of ${names.join(', ')}`)
  process.exit(1)
}
const { run } = (await import(pathToFileURL(program).href)) as Bench
for await (const figures of run()) console.log(JSON.stringify(figures))
