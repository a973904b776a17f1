import { publishResults } from '~/domain/judging/publish-results.server'
import { decideTie } from '~/domain/judging/ties/decide-tie.server'
import { undoTie } from '~/domain/judging/ties/undo-tie.server'
import { keepWorks } from '~/domain/judging/votes/keep-works.server'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'

interface RankingAct {
  eventId: string
  stageId: string
  byId: string
  form: FormData
  lang: Lang
}

/** Does what a form of the ranking page asks for. Null when it is done; else the refusal in words. */
export async function actOnRanking({ eventId, stageId, byId, form, lang }: RankingAct): Promise<string | null> {
  const t = translator(lang, 'console')
  const stage = { eventId, stageId, byId, now: new Date() }
  const text = (name: string) => String(form.get(name) ?? '')
  switch (form.get('intent')) {
    case 'decide-tie': {
      const places = new Map(
        [...form].flatMap(([name, value]): [string, string][] =>
          name.startsWith('place-') ? [[name.slice('place-'.length), String(value)]] : [],
        ),
      )
      const outcome = await decideTie({
        ...stage,
        category: text('tieCategory'),
        rank: Number(text('tieRank')) || 0,
        places,
        seatId: text('seat'),
        reason: text('reason').slice(0, 500),
      })
      return outcome.ok ? null : t(`tieRefusal.${outcome.reason}`)
    }
    case 'undo-tie': {
      const outcome = await undoTie({ ...stage, decisionId: text('decision') })
      return outcome.ok ? null : t(`tieRefusal.${outcome.reason}`)
    }
    case 'keep-works': {
      const outcome = await keepWorks(stage)
      return outcome.ok ? null : translator(lang, 'jury')(`keepRefusal.${outcome.reason}`)
    }
    case 'publish': {
      const outcome = await publishResults(stage)
      // pressed twice: what was asked for is done
      return outcome.ok || outcome.reason === 'already-published' ? null : t(`publishRefusal.${outcome.reason}`)
    }
    default:
      return t('judges.nothingAsked')
  }
}
