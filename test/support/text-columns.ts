import { readdirSync, readFileSync } from 'node:fs'

/** The columns of a model that hold text or JSON; keys of relations are left out, their rows are decided on where they stand. */
export function textColumns(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const file of readdirSync('prisma/schema')) {
    const source = readFileSync(`prisma/schema/${file}`, 'utf8')
    for (const [, model = '', body = ''] of source.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)) {
      const keys = new Set([...body.matchAll(/@relation\(.*?fields: \[([^\]]*)\]/g)].flatMap(([, names = '']) => names.split(', ')))
      const columns = [...body.matchAll(/^ {2}(\w+) +(?:String|Json)\b/gm)].map(([, name = '']) => name)
      found.set(
        model,
        columns.filter((name) => name !== 'id' && !keys.has(name)),
      )
    }
  }
  return found
}
