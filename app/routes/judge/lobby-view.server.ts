import { describeRulebook } from '~/domain/judging/describe-rulebook'
import { ownDeskRecusals, seatProgress } from '~/domain/judging/own-marks.server'
import { declarationOf, type Seat } from '~/domain/judging/seats.server'
import { stageBallot, stageRulebook } from '~/domain/judging/stage-rulebook.server'
import { describeBallot } from '~/domain/judging/votes/describe-ballot'
import { deskState, hasFirstPass, passOf } from '~/domain/judging/votes/passes'
import { formatDateTime, formatRange } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { type Lang, say } from '~/i18n/language'
import { mayOfficiate } from './field-request.server'

export type LobbyView = Awaited<ReturnType<typeof lobbyView>>

/** What the lobby says to this judge now: the steps, the rules in sentences, what was declared, how far the sheet is. */
export async function lobbyView(seat: Seat, lang: Lang) {
  const t = translator(lang, 'judge')
  const { stage, event } = seat
  const at = (date: Date) => formatDateTime(date, lang, event.timezone)
  const [progress, declaration, recused] = await Promise.all([
    seat.declaredAt ? seatProgress(seat) : null,
    declarationOf(seat),
    ownDeskRecusals({ eventId: seat.eventId, stageId: seat.stageId, seatId: seat.id }),
  ])
  const declared = seat.declaredAt !== null || !seat.scoring
  const step = !seat.acceptedAt
    ? 'accept'
    : !declared
      ? 'declare'
      : seat.lockedAt
        ? null
        : progress && progress.complete === progress.expected && progress.expected > 0
          ? 'sign'
          : 'mark'
  return {
    page: { title: t('lobby.title', { stage: say(stage.name, lang) }) },
    path: `/judge/${seat.eventId}/${seat.stageId}`,
    event: say(event.name, lang),
    stage: say(stage.name, lang),
    seat: [seat.label, seat.name, seat.isChair && t('panels.chair'), !seat.scoring && t('panels.adviser')].filter(Boolean).join(' · '),
    when:
      stage.opensAt && stage.closesAt
        ? formatRange(stage.opensAt, stage.closesAt, lang, event.timezone)
        : stage.closesAt
          ? t('panels.until', { time: at(stage.closesAt) })
          : '',
    state: deskState(stage),
    voting: passOf(stage) === 'vote',
    scoring: seat.scoring,
    chairs: seat.isChair && seat.acceptedAt !== null && stage.type === 'live',
    field: mayOfficiate(seat),
    opens: stage.opensAt ? at(stage.opensAt) : null,
    step: step as 'accept' | 'declare' | 'mark' | 'sign' | null,
    done: {
      accepted: seat.acceptedAt !== null,
      declared,
      sheet: seat.lockedAt ? { time: at(seat.lockedAt), hash: seat.sheetHash ?? '', works: progress?.expected ?? 0 } : null,
    },
    declaredAt: seat.declaredAt ? at(seat.declaredAt) : null,
    declaration,
    recused: seat.lockedAt || deskState(stage) !== 'open' ? [] : recused,
    affiliation: seat.affiliation,
    progress,
    rules: [
      ...(stage.ballot === null
        ? []
        : describeBallot(stageBallot(stage), { first: hasFirstPass(stage) }).map((sentence) => ({
            topic: 'vote' as const,
            text: say(sentence, lang),
          }))),
      ...(stage.rulebook === null
        ? []
        : describeRulebook(stageRulebook(stage)).map(({ topic, zh, en }) => ({ topic, text: lang === 'en' ? en : zh }))),
    ],
    rulebookHash: stage.state === 'upcoming' ? null : stage.rulebookHash,
  }
}
