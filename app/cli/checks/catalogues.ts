import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'

/** Messages of one language: namespace → dotted key → ICU text. */
export type Messages = Map<string, Map<string, string>>

export function readMessages(folder: string): Messages {
  const messages: Messages = new Map()
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()) {
    const flat = new Map<string, string>()
    flatten(JSON.parse(readFileSync(join(folder, name), 'utf8')), '', flat)
    messages.set(name.replace(/\.json$/, ''), flat)
  }
  return messages
}

function flatten(value: unknown, path: string, into: Map<string, string>): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) flatten(inner, path ? `${path}.${key}` : key, into)
  } else into.set(path, typeof value === 'string' ? value : '')
}

/** What keeps one catalogue from being the other in another language: keys, ICU syntax, arguments, empty texts. */
export function compareCatalogues(reference: Messages, other: Messages, names: { reference: string; other: string }): string[] {
  const problems: string[] = []
  for (const namespace of new Set([...reference.keys(), ...other.keys()])) {
    const mine = reference.get(namespace) ?? new Map<string, string>()
    const theirs = other.get(namespace) ?? new Map<string, string>()
    for (const key of new Set([...mine.keys(), ...theirs.keys()])) {
      const where = `${namespace}:${key}`
      const [here, there] = [mine.get(key), theirs.get(key)]
      if (here === undefined || there === undefined) {
        problems.push(`${where}: missing in ${here === undefined ? names.reference : names.other}`)
        continue
      }
      const one = argumentsOf(here)
      const two = argumentsOf(there)
      if ('fault' in one) problems.push(`${where} (${names.reference}): ${one.fault}`)
      if ('fault' in two) problems.push(`${where} (${names.other}): ${two.fault}`)
      if ('names' in one && 'names' in two && one.names !== two.names) {
        problems.push(`${where}: ${names.reference} takes {${one.names}}, ${names.other} takes {${two.names}}`)
      }
    }
  }
  return problems
}

/** The sorted names of a message's arguments; tags count as `<name>`. */
function argumentsOf(message: string): { names: string } | { fault: string } {
  if (message.trim() === '') return { fault: 'is empty' }
  try {
    const found = new Set<string>()
    collect(parse(message, { requiresOtherClause: true }), found)
    return { names: [...found].sort().join(', ') }
  } catch (error) {
    return { fault: `is not ICU: ${error instanceof Error ? error.message : String(error)}` }
  }
}

function collect(elements: MessageFormatElement[], found: Set<string>): void {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    if (element.type === TYPE.tag) {
      found.add(`<${element.value}>`)
      collect(element.children, found)
      continue
    }
    found.add(element.value)
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      for (const option of Object.values(element.options)) collect(option.value, found)
    }
  }
}
