import { concludeMotion } from '~/domain/judging/deliberation/conclude-motion.server'
import { openMotion } from '~/domain/judging/deliberation/open-motion.server'
import { VOICES } from '~/domain/judging/deliberation/outcome-of'
import { undoMotion } from '~/domain/judging/deliberation/undo-motion.server'
import { voteOnMotion } from '~/domain/judging/deliberation/vote-on-motion.server'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'

interface MotionAct {
  eventId: string
  stageId: string
  byId: string
  form: FormData
  lang: Lang
}

const KINDS = ['tie', 'in', 'out', 'award'] as const

/** Does what a form of a deliberation asks for, typed by staff or sent by the judge. Null when it is done; else the refusal in words. */
export async function actOnMotion({ eventId, stageId, byId, form, lang }: MotionAct): Promise<string | null> {
  const t = translator(lang, 'jury')
  const text = (name: string, most = 500) => String(form.get(name) ?? '').slice(0, most)
  const about = { eventId, stageId, motionId: text('motion', 60), byId, now: new Date() }
  const seatId = text('seat', 60)
  switch (form.get('intent')) {
    case 'put': {
      const kind = KINDS.find((one) => one === form.get('kind'))
      if (!kind || !/^[a-z0-9]{12}$/.test(about.motionId)) return t('motion.refusal.no-kind')
      const codes = text('codes', 4_000).split(/[\s,，;；、›>]+/u)
      const outcome = await openMotion({ ...about, kind, codes, awardId: text('award', 60) || null, text: text('text', 2_000), seatId })
      return outcome.ok ? null : t(`motion.refusal.${outcome.reason}`)
    }
    case 'voice': {
      const choice = VOICES.find((one) => one === form.get('choice'))
      if (!choice) return t('motion.refusal.no-voice')
      const outcome = await voteOnMotion({ ...about, seatId, choice, reason: text('reason') })
      return outcome.ok ? null : t(`motion.refusal.${outcome.reason}`)
    }
    case 'conclude': {
      const outcome = await concludeMotion({
        ...about,
        chairSeatId: text('chair', 60),
        conclusion: text('conclusion', 2_000),
        casting: form.get('casting') === 'yes',
      })
      return outcome.ok ? null : t(`motion.refusal.${outcome.reason}`)
    }
    case 'undo': {
      const outcome = await undoMotion(about)
      return outcome.ok ? null : t(`motion.refusal.${outcome.reason}`)
    }
    default:
      return t('motion.refusal.no-kind')
  }
}
