import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askCorrection, CorrectionForm } from '~/domain/judging/measured/ask-correction.server'
import { decideCorrection } from '~/domain/judging/measured/decide-correction.server'
import { correctionsOf, quantitiesOf, quantityKey, recordBoard, recordTrail } from '~/domain/judging/measured/record-board.server'
import { textIn, unitIn } from '~/domain/judging/rulebook-text'
import { newId } from '~/domain/new-id.server'
import { formatDateTime, formatInstant } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { Corrections } from '~/ui/console/corrections'
import { RecordBoard } from '~/ui/console/record-board'
import { RecordTrail } from '~/ui/console/record-trail'
import { pageMeta } from '~/ui/page-meta'
import { requireMeasured } from './measured-stage.server'

export const meta = pageMeta

export async function loader({ request, params: { slug = '', stage: stageId = '' } }: LoaderFunctionArgs) {
  const { actor, stage, rulebook, frame } = await requireMeasured(request, slug, stageId)
  const lang = langOf(request)
  const language = lang === 'en' ? 'en' : 'zh'
  const entry = new URL(request.url).searchParams.get('entry')
  const rows = await recordBoard(slug, stageId, rulebook, new Date())
  const chosen = rows.find((row) => row.entry === entry) ?? null
  const [trail, corrections] = await Promise.all([chosen ? recordTrail(slug, stageId, chosen.entry) : [], correctionsOf(slug, stageId)])
  const quantities = quantitiesOf(rulebook).map(({ key, criterion, item }) => {
    const { points, unit } = criterion.measured
    const fault = 'deductions' in points ? points.deductions.faults.find(({ id }) => id === item) : undefined
    return {
      key,
      name: textIn(criterion.name, language),
      item: fault ? textIn(fault.name, language) : '',
      unit: unitIn(unit, language),
      import: criterion.measured.source === 'sheet' ? criterion.id : null,
    }
  })
  const partName = new Map(rulebook.run?.parts?.map(({ id, name }) => [id, textIn(name, language)]))
  const nameOf = new Map(quantities.map(({ key, name, item }) => [key, item === '' ? name : `${name} · ${item}`]))
  return {
    page: { title: `${translator(lang, 'measure')('records.title')} · ${say(stage.name, lang)} · ${say(frame.name, lang)}` },
    slug,
    stage: { id: stage.id, name: say(stage.name, lang), state: stage.state },
    requestKey: newId(),
    quantities,
    rows,
    chosen: chosen && { entry: chosen.entry, code: chosen.code },
    trail: trail.map(({ id, kind, part, criterion, item, value, reason, at, deviceAt, receivedAt, by, takenBack }) => ({
      id,
      kind,
      part: partName.get(part) ?? '',
      what: criterion === null ? '' : (nameOf.get(quantityKey(criterion, item)) ?? ''),
      value,
      reason,
      by,
      takenBack,
      at: formatInstant(new Date(at), lang, frame.timezone),
      deviceAt: formatInstant(deviceAt, lang, frame.timezone),
      off: Math.round((deviceAt.getTime() - at) / 1000),
      late: Math.round((receivedAt.getTime() - at) / 1000),
    })),
    corrections: corrections.map(
      ({ id, entryId, code, criterionId, item, before, after, reason, state, askedById, askedBy, askedAt, decidedBy, decidedAt }) => ({
        id,
        entry: entryId,
        code,
        what: nameOf.get(quantityKey(criterionId, item)) ?? '',
        before,
        after,
        reason,
        state,
        askedBy,
        decidedBy,
        own: askedById === actor.personId,
        askedAt: formatDateTime(askedAt, lang, frame.timezone),
        decidedAt: decidedAt && formatDateTime(decidedAt, lang, frame.timezone),
      }),
    ),
  }
}

export async function action({ request, params: { slug = '', stage: stageId = '' } }: ActionFunctionArgs) {
  const { actor } = await requireMeasured(request, slug, stageId)
  const lang = langOf(request)
  const t = translator(lang, 'measure')
  const here = localPath(lang, `/console/${slug}/stages/${stageId}/records`)
  const form = await readForm(request)
  const fields = Object.fromEntries(form)
  const typed = { quantity: String(fields.quantity ?? ''), value: String(fields.value ?? ''), reason: String(fields.reason ?? '') }
  if (fields.intent === 'ask') {
    const given = CorrectionForm.safeParse(fields)
    if (!given.success) return data({ refusal: t('askRefusal.incomplete'), typed }, 400)
    const outcome = await askCorrection({ ...given.data, eventId: slug, stageId, byId: actor.personId, now: new Date() })
    return outcome.ok
      ? redirect(`${here}?entry=${given.data.entry}#corrections`)
      : data({ refusal: t(`askRefusal.${outcome.reason}`), typed }, 409)
  }
  if (fields.intent === 'agree' || fields.intent === 'decline') {
    const outcome = await decideCorrection({
      eventId: slug,
      stageId,
      id: String(fields.correction ?? ''),
      byId: actor.personId,
      agreed: fields.intent === 'agree',
      now: new Date(),
    })
    return outcome.ok ? redirect(`${here}#corrections`) : data({ refusal: t(`decideRefusal.${outcome.reason}`), typed }, 409)
  }
  return data({ refusal: t('askRefusal.incomplete'), typed }, 400)
}

export default function Records() {
  const { slug, stage, quantities, rows, chosen, trail, corrections, requestKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('measure')
  const to = useLocalPath()
  const path = to(`/console/${slug}/stages/${stage.id}`)
  const changeable = stage.state === 'open' || stage.state === 'closed'
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('records.heading', { stage: stage.name })}</h1>
          <p>{t('records.lead', { confirmed: rows.filter(({ confirmed }) => confirmed).length, count: rows.length })}</p>
        </div>
        <div className="end">
          <a className="button button--small" href={`${path}/draw`}>
            {t('draw.heading')}
          </a>
          {quantities.flatMap(({ import: criterion, name }) =>
            criterion === null
              ? []
              : [
                  <a key={criterion} className="button button--small" href={`${path}/import/${criterion}`}>
                    {t('import.link', { name })}
                  </a>,
                ],
          )}
        </div>
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      <RecordBoard rows={rows} quantities={quantities} path={`${path}/records`} chosen={chosen?.entry ?? null} />
      {chosen && <RecordTrail code={chosen.code} trail={trail} />}
      <Corrections
        corrections={corrections}
        chosen={changeable ? chosen : null}
        changeable={changeable}
        quantities={quantities}
        path={`${path}/records`}
        requestKey={requestKey}
        typed={answer?.typed ?? null}
      />
    </>
  )
}
