import { decideObjection } from '~/domain/judging/objections/decide-objection.server'
import { takeOut } from '~/domain/judging/publication/take-out.server'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'

interface ObjectionAct {
  eventId: string
  stageId: string
  byId: string
  form: FormData
  lang: Lang
}

/** Does what a form of the objections page asks for. Null when it is done; else the refusal in words. */
export async function actOnObjections({ eventId, stageId, byId, form, lang }: ObjectionAct): Promise<string | null> {
  const t = translator(lang, 'console')
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, 1_000)
  const stage = { eventId, stageId, byId, now: new Date() }
  const publicReason = { zh: text('reasonZh'), en: text('reasonEn') }
  const version = Number(form.get('version')) || 0
  switch (form.get('intent')) {
    case 'dismiss':
    case 'uphold': {
      const upheld = form.get('intent') === 'uphold' ? { publicReason, version } : null
      const outcome = await decideObjection({ ...stage, objectionId: text('objection'), reason: text('reason'), upheld })
      return outcome.ok ? null : t(`correctionRefusal.${outcome.reason}`)
    }
    case 'take-out': {
      const leaving = form.get('leaving') === 'withdrawn' ? 'withdrawn' : 'disqualified'
      const outcome = await takeOut({ ...stage, entryId: text('work'), leaving, version, reason: publicReason })
      return outcome.ok ? null : t(`correctionRefusal.${outcome.reason}`)
    }
    default:
      return t('judges.nothingAsked')
  }
}
