import { singleton } from '~/singleton.server'
import { sheetCriteria } from './measured/recorded-points'
import { type Quota, Rulebook } from './rulebook'
import { rulebookHash } from './rulebook-hash.server'
import { BallotRules, voteRulebook } from './votes/ballot'
import { type PassOf, passOf } from './votes/passes'

const parsed = () => singleton('rulebooks', () => new Map<string, Rulebook>())

/** The rules of a stage as they are stored; of a vote those of its ballot. */
export type StoredRules = PassOf & { rulebookHash: string | null }

/** What a stage's sheets are filled in by now: its rulebook, or the vote that comes before it or stands in its place. */
export function sheetRulebook(stage: StoredRules): Rulebook {
  if (passOf(stage) === 'vote') return voteRulebook(stageBallot(stage))
  const rulebook = stageRulebook(stage)
  // what is recorded once for all judges is on nobody's sheet
  return { ...rulebook, criteria: sheetCriteria(rulebook) }
}

/** The rules of a stage's vote. Throws where judges only mark. */
export const stageBallot = ({ ballot }: { ballot: unknown }): BallotRules => BallotRules.parse(ballot)

/** What the result of a stage is cut by. */
export const stageQuota = (stage: { rulebook: unknown; rulebookHash: string | null; ballot: unknown }): Quota | undefined =>
  stage.rulebook === null ? voteRulebook(stageBallot(stage)).quota : stageRulebook(stage).quota

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
export const knownRulebook = (hash: string | null): Rulebook | undefined => (hash === null ? undefined : parsed().get(hash))
