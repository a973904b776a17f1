import { type ShownField, type ShownSlot } from '~/domain/judging/shown-to-judges'
import { shownOf } from '~/domain/judging/anonymous-work.server'
import { groupsAndTracks } from '~/domain/judging/groups-and-tracks.server'
import { textIn, unitIn } from '~/domain/judging/rulebook-text'
import { type Criterion, anchorRange, isMeasured } from '~/domain/judging/rulebook'
import type { Seat } from '~/domain/judging/seats.server'
import { sheetRulebook } from '~/domain/judging/stage-rulebook.server'
import { deskState, hasFirstPass, passOf } from '~/domain/judging/votes/passes'
import { type Lang, localPath, say } from '~/i18n/language'
import type { Anchor, DeskCriterion, DeskField, DeskSetup } from '~/ui/desk/desk-setup'

/** What the desk's page brings with it, in the language of the page. */
export async function deskSetup(seat: Seat, lang: Lang): Promise<DeskSetup> {
  const { eventId, stageId, stage, event } = seat
  const [shown, { groups, tracks }] = await Promise.all([shownOf(eventId), groupsAndTracks(eventId)])
  const voting = passOf(stage) === 'vote'
  const base = `/judge/${eventId}/${stageId}`
  const named = ({ id, name }: { id: string; name: { zh: string; en: string } }) => ({ id, name: say(name, lang) })
  return {
    // what the device keeps of the votes is not mixed with the marks that come after them
    key: `${eventId}/${stageId}/${seat.id}${voting && hasFirstPass(stage) ? '/vote' : ''}`,
    seatId: seat.id,
    base,
    lang,
    eventName: say(event.name, lang),
    stageName: say(stage.name, lang),
    judge: seat.name,
    open: deskState(stage) === 'open',
    live: stage.type === 'live' && stage.state === 'open',
    lockedAt: seat.lockedAt?.toISOString() ?? null,
    closesAt: stage.closesAt?.toISOString() ?? null,
    voting,
    criteria: sheetRulebook(stage).criteria.map((criterion) => deskCriterion(criterion, lang)),
    groups: groups.map(named),
    tracks: tracks.map(named),
    fields: shown.fields.map((field) => deskField(field, lang)),
    slots: shown.slots.map(({ id, label }: ShownSlot) => ({ id, label: say(label, lang) })),
    lobbyPath: localPath(lang, base),
    signInPath: localPath(lang, `/sign-in?next=${encodeURIComponent(localPath(lang, base))}`),
  }
}

function deskCriterion(criterion: Criterion, lang: Lang): DeskCriterion {
  const language = lang === 'en' ? 'en' : 'zh'
  const { id, name, description, weight } = criterion
  const base = {
    id,
    name: textIn(name, language),
    description: description ? textIn(description, language) : '',
    weight: String(weight),
  }
  if (isMeasured(criterion)) return { ...base, min: 0, max: 0, step: 0.001, unit: unitIn(criterion.measured.unit, language), anchors: [] }
  const anchors = Object.entries(criterion.anchors ?? {}).flatMap(([key, text]): Anchor[] => {
    const range = anchorRange(key)
    if (!range) return []
    const [low, high] = range
    const dash = lang === 'en' ? '–' : '—'
    return [{ low, high, label: low === high ? String(low) : `${low}${dash}${high}`, text: textIn(text, language) }]
  })
  const { min, max, step } = criterion
  return { ...base, min, max, step, unit: null, anchors: anchors.sort((a, b) => b.high - a.high) }
}

const deskField = ({ id, label, type, unit, options }: ShownField, lang: Lang): DeskField => ({
  id,
  label: say(label, lang),
  type,
  unit: unit ? say(unit, lang) : '',
  options: options.map((option) => ({ id: option.id, name: say(option.name, lang) })),
})
