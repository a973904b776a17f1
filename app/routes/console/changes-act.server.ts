import { askChange } from '~/domain/judging/late/ask-change.server'
import { decideChange } from '~/domain/judging/late/decide-change.server'
import { decideLateMark } from '~/domain/judging/late/decide-late-mark.server'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'

interface ChangesAct {
  eventId: string
  stageId: string
  byId: string
  form: FormData
  lang: Lang
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Does what a form about late or locked marks asks for; null when it is done, else the refusal in words. */
export async function actOnChanges({ eventId, stageId, byId, form, lang }: ChangesAct): Promise<string | null> {
  const t = translator(lang, 'live')
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 500)
  const stage = { eventId, stageId, byId, now: new Date() }
  const intent = text('intent')
  if (intent === 'accept' || intent === 'leave') {
    const markId = text('mark')
    if (!UUID.test(markId)) return t('change.refusal.unknown-mark')
    const outcome = await decideLateMark({ ...stage, markId, decision: intent === 'accept' ? 'accepted' : 'left', reason: text('reason') })
    return outcome.ok ? null : t(`change.refusal.${outcome.reason}`)
  }
  if (intent === 'ask') {
    const [seatId = '', entryId = '', criterionId = ''] = text('mark').split(' ')
    const value = text('value').trim()
    const outcome = await askChange({ ...stage, seatId, entryId, criterionId, value: value === '' ? null : value, reason: text('reason') })
    return outcome.ok ? null : t(`change.refusal.${outcome.reason}`)
  }
  if (intent === 'agree' || intent === 'decline') {
    const outcome = await decideChange({ ...stage, changeId: text('change'), agree: intent === 'agree' })
    return outcome.ok ? null : t(`change.refusal.${outcome.reason}`)
  }
  return t('refusal.nothing')
}
