import type { MotionRow } from '~/domain/judging/deliberation/queries.server'
import type { Award } from '~/domain/judging/section'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { type Lang, say } from '~/i18n/language'

export type MotionView = ReturnType<typeof motionView>

/** A motion in the words of a page: what it is about, what each judge said, what came of it. */
export function motionView(motion: MotionRow, awards: readonly Award[], timezone: string, lang: Lang) {
  const t = translator(lang, 'jury')
  const at = (date: Date | null) => (date ? formatDateTime(date, lang, timezone) : null)
  const award = awards.find(({ id }) => id === motion.awardId)
  const { id, kind, text, voices, tally, outcome, conclusion, passed, works } = motion
  const person = ({ label, name }: { label: string; name: string }) => `${label} ${name}`
  return {
    id,
    kind,
    text,
    tally,
    outcome,
    conclusion,
    passed,
    works,
    about:
      kind === 'award'
        ? t('motion.about.award', { award: award ? say(award.name, lang) : (motion.awardId ?? '') })
        : t(`motion.about.${kind}`),
    inOrder: works.map(({ code, title }) => `${code} ${title}`).join(kind === 'tie' ? ' › ' : t('comma')),
    mover: person(motion.mover),
    openedAt: at(motion.openedAt) ?? '',
    voices: voices.map((voice) => ({
      seatId: voice.seatId,
      who: person(voice),
      choice: voice.choice,
      reason: voice.reason,
      aside: voice.aside,
      said: voice.aside ? t('motion.aside') : voice.choice ? t(`motion.voice.${voice.choice}`) : t('motion.voice.none'),
    })),
    state: motion.undoneAt ? ('undone' as const) : passed === null ? ('open' as const) : passed ? ('passed' as const) : ('failed' as const),
    said: motion.undoneAt
      ? t('motion.state.undone')
      : passed === null
        ? t(`motion.outcome.${outcome}`)
        : t(`motion.state.${passed ? 'passed' : 'failed'}`),
    counted: t('motion.counted', { ...tally }),
    chair: motion.chair ? person(motion.chair) : '',
    concludedAt: at(motion.concludedAt) ?? '',
  }
}
