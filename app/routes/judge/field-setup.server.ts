import { isRecorded } from '~/domain/judging/measured/recorded-points'
import { roleOf } from '~/domain/judging/measured/settle-records'
import { textIn, unitIn } from '~/domain/judging/rulebook-text'
import type { Seat } from '~/domain/judging/seats.server'
import { stageRulebook } from '~/domain/judging/stage-rulebook.server'
import { type Lang, localPath, say } from '~/i18n/language'
import type { FieldSetup } from '~/ui/field/field-setup'

/** What an official's screen needs of the rulebook, in the language of the page. */
export function fieldSetup(seat: Seat, lang: Lang): FieldSetup {
  const language = lang === 'en' ? 'en' : 'zh'
  const { eventId, stageId, stage, event } = seat
  const { run, criteria } = stageRulebook(stage)
  const base = `/judge/${eventId}/${stageId}`
  const recorded = criteria.filter(isRecorded)
  return {
    key: `field ${eventId}/${stageId}/${seat.id}`,
    seatId: seat.id,
    base,
    eventName: say(event.name, lang),
    stageName: say(stage.name, lang),
    official: seat.name,
    role: roleOf(seat),
    run: run
      ? {
          minutes: run.minutes ?? null,
          stops: run.stops,
          parts: run.parts?.map(({ id, name }) => ({ id, name: textIn(name, language) })) ?? [{ id: '', name: '' }],
        }
      : null,
    faults: recorded.flatMap(({ id, name, measured: { part = '', points } }) =>
      'deductions' in points
        ? [
            {
              criterion: id,
              name: textIn(name, language),
              part,
              items: points.deductions.faults.map((fault) => ({ id: fault.id, name: textIn(fault.name, language) })),
            },
          ]
        : [],
    ),
    readings: recorded.flatMap(({ id, name, measured: { part = '', source, unit, plausible } }) =>
      source === 'meter' || source === 'reading'
        ? [
            {
              criterion: id,
              name: textIn(name, language),
              part,
              unit: unitIn(unit, language),
              meter: source === 'meter',
              plausible: plausible ?? null,
            },
          ]
        : [],
    ),
    lobbyPath: localPath(lang, base),
    signInPath: localPath(lang, `/sign-in?next=${encodeURIComponent(localPath(lang, `${base}/field`))}`),
  }
}
