import { singleton } from '~/singleton.server'
import { Rulebook } from './rulebook'
import { rulebookHash } from './rulebook-hash.server'

const parsed = () => singleton('rulebooks', () => new Map<string, Rulebook>())

/** A stage's stored rulebook, parsed once per hash. Throws when the document is none: the config was checked before. */
export function stageRulebook(stage: { rulebook: unknown; rulebookHash: string | null }): Rulebook {
  const hash = stage.rulebookHash ?? rulebookHash(stage.rulebook)
  const known = parsed().get(hash)
  if (known) return known
  const rulebook = Rulebook.parse(stage.rulebook)
  parsed().set(hash, rulebook)
  return rulebook
}

/** The rulebook of a hash, if this process has met it: saves the hot path a query. */
export const knownRulebook = (hash: string | null): Rulebook | undefined =>
  hash === null ? undefined : parsed().get(hash)
