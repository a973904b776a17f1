import { resolve } from 'node:path'
import { compareCatalogues, readMessages } from './catalogues'
import type { Messages } from './catalogues'
import type { Check } from './check'
import { messageUses } from './message-use'
import type { MessageUses } from './message-use'

/** Keys the code asks for and nobody wrote; keys somebody wrote and nobody asks for. */
export function useProblems(messages: Messages, { uses, unclear }: MessageUses): string[] {
  const problems = [...unclear]
  const used = new Map<string, Set<string>>()
  for (const { namespace, keys, where } of uses) {
    const written = messages.get(namespace)
    const seen = used.get(namespace) ?? new Set<string>()
    used.set(namespace, seen)
    for (const key of keys) {
      const inside = [...(written?.keys() ?? [])].filter((name) => name === key || name.startsWith(`${key}.`))
      if (inside.length === 0) problems.push(`${where}: no message ${namespace}:${key}`)
      for (const name of inside) seen.add(name)
    }
  }
  for (const [namespace, written] of messages) {
    for (const key of written.keys()) {
      if (!used.get(namespace)?.has(key)) problems.push(`${namespace}:${key}: no code asks for this message`)
    }
  }
  return problems
}

/** Both catalogues are complete, say the same things, and hold exactly what the code asks for. */
export const messages: Check = {
  name: 'messages',
  run: async () => {
    const chinese = readMessages(resolve('app/messages/zh-CN'))
    const english = readMessages(resolve('app/messages/en'))
    return [...compareCatalogues(chinese, english, { reference: 'zh-CN', other: 'en' }), ...useProblems(chinese, messageUses())]
  },
}
