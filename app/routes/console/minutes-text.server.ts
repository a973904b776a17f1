import { panelStage } from '~/domain/judging/panel/queries.server'
import { deliberationDesk } from '~/domain/reporting/deliberation-desk.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { eventOutline } from '~/domain/reporting/event-outline.server'
import type { Minutes } from '~/gateways/pdf-minutes.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { type Lang, say } from '~/i18n/language'
import { motionView } from './motion-view.server'

/** 合议纪要: every motion of a stage that was not withdrawn unconcluded, in words; null where there is none. */
export async function minutesText(eventId: string, stageId: string, lang: Lang, now: Date): Promise<Minutes | null> {
  const stage = await panelStage(eventId, stageId)
  if (!stage) return null
  const [frame, desk, outline] = await Promise.all([eventFrame(eventId), deliberationDesk(eventId, stageId), eventOutline(eventId)])
  const motions = desk.motions.filter(({ undoneAt, passed }) => !undoneAt || passed !== null)
  if (motions.length === 0) return null
  const t = translator(lang, 'jury')
  const { ledger } = outline
  return {
    lang,
    title: t('minutes.title'),
    lead: t('minutes.lead', { event: say(frame.name, lang), stage: say(stage.name, lang) }),
    items: motions.map((motion, n) => {
      const view = motionView(motion, desk.all, frame.timezone, lang)
      return {
        heading: `${t('minutes.item', { n: n + 1 })} · ${view.about}`,
        works: view.inOrder,
        text: view.text,
        moved: t('motion.moved', { mover: view.mover, at: view.openedAt }),
        voices: view.voices.map(({ who, said, reason }) => ({ who, said, reason })),
        result: `${view.said} ${t('colon')}${view.counted}`.replace(' ：', '：').replace(' : ', ': '),
        conclusion: view.conclusion ? t('motion.concluded', { chair: view.chair, at: view.concludedAt, conclusion: view.conclusion }) : '',
      }
    }),
    ledger: ledger ? `${t('minutes.ledger')}${t('colon')}${ledger.hash} · ${t('minutes.rows', { rows: ledger.rows })}` : '',
    made: t('minutes.made', { at: formatDateTime(now, lang, frame.timezone) }),
    signatures: [t('minutes.sign'), t('minutes.recorder')],
  }
}
