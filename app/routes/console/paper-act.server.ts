import { reconcileSheet } from '~/domain/judging/paper/reconcile-sheet.server'
import { paperFrame } from '~/domain/judging/paper/queries.server'
import { typeSheet } from '~/domain/judging/paper/type-sheet.server'
import { textIn } from '~/domain/judging/rulebook-text'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'

interface PaperAct {
  eventId: string
  stageId: string
  byId: string
  maySettle: boolean
  form: FormData
  lang: Lang
}

/** Does what a form of the paper page asks for: the query that says what was done, or the refusal in words. */
export async function actOnPaper({
  eventId,
  stageId,
  byId,
  maySettle,
  form,
  lang,
}: PaperAct): Promise<{ query: string } | { refusal: string }> {
  const t = translator(lang, 'live')
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 500)
  const key = { eventId, stageId, seatId: text('seat'), code: text('work') }
  const prefixed = (prefix: string) =>
    Object.fromEntries(
      [...form].flatMap(([name, value]): [string, string][] =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), String(value)]] : [],
      ),
    )
  if (form.get('intent') === 'type') {
    const outcome = await typeSheet({ ...key, values: prefixed('value-'), byId, now: new Date() })
    if (outcome.ok) return { query: `done=${outcome.value}` }
    const { rulebook } = await paperFrame(eventId, stageId)
    const criterion = rulebook.criteria.find(({ id }) => id === outcome.detail?.criterion)
    return {
      refusal: t(`paper.refusal.${outcome.reason}`, { criterion: criterion ? textIn(criterion.name, lang === 'en' ? 'en' : 'zh') : '' }),
    }
  }
  if (form.get('intent') === 'settle' && maySettle) {
    const chosen = Object.fromEntries(
      Object.entries(prefixed('take-')).map(([criterion, value]) => [criterion, value === '' ? null : value]),
    )
    const outcome = await reconcileSheet({ ...key, chosen, reason: text('reason'), byId, now: new Date() })
    if (outcome.ok) return { query: `done=marks&count=${outcome.value.marks}` }
    return { refusal: t(`paper.refusal.${outcome.reason}`, { count: Number(outcome.detail?.differences ?? 0), criterion: '' }) }
  }
  return { refusal: t('refusal.nothing') }
}
