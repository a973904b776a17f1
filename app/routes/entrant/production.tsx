import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerMaking } from '~/domain/judging/production/answer-making.server'
import { askedToMake } from '~/domain/judging/production/queries.server'
import { translator } from '~/i18n/i18n.server'
import { localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import entrantCss from '~/ui/styles/entrant.css?url'
import { readMakingAnswer } from './making-form'
import { requireEntry } from './require-entry.server'
import { whenText } from './words.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: entrantCss }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { entry, eventId, entryId, lang, now } = await requireEntry(request, params)
  const asked = await askedToMake(eventId, entryId)
  if (!asked) throw notFound()
  const t = translator(lang, 'production')
  const count = (kind: string) => asked.pieces.filter((piece) => piece.kind === kind).length
  return {
    page: { title: `${t('ask.title')} · ${entry.title}` },
    path: `/my/${eventId}/${entryId}`,
    title: entry.title,
    stage: say(asked.name, lang),
    until: asked.closesAt ? whenText(asked.closesAt, lang, entry.terms.timezone, now) : null,
    answer: asked.answer,
    open: !asked.settled && asked.answer !== 'withdrawn' && !(asked.closesAt && now > asked.closesAt),
    settled: asked.settled,
    garments: count('garment'),
    swatches: count('swatch'),
    pieces: asked.pieces,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { editor, eventId, entryId, lang, now } = await requireEntry(request, params)
  const asked = await askedToMake(eventId, entryId)
  if (!asked) throw notFound()
  const t = translator(lang, 'production')
  const answer = readMakingAnswer(await readForm(request))
  if (!answer) return data({ refusal: t('refusal.nothing') }, 400)
  const outcome = await answerMaking({ editor, eventId, stageId: asked.stageId, entryId, answer, now })
  return outcome.ok
    ? redirect(localPath(lang, `/my/${eventId}/${entryId}/production`))
    : data({ refusal: t(`refusal.${outcome.reason}`) }, 409)
}

export default function Production() {
  const { path, title, stage, until, answer, open, settled, garments, swatches, pieces } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useT('production')
  const to = useLocalPath()
  return (
    <main className="page page--narrow" id="content">
      <p className="entry-event">
        <a href={to(path)}>← {t('ask.back')}</a>
      </p>
      <h1>{t('ask.title')}</h1>
      {reply?.refusal && (
        <p className="notice" role="alert">
          {reply.refusal}
        </p>
      )}
      <p className="withdraw-work">
        <b>
          <bdi>{title}</bdi>
        </b>{' '}
        <span className="quiet">{stage}</span>
      </p>
      {answer === 'withdrawn' && <p>{t('ask.withdrawnText')}</p>}
      {answer === 'confirmed' && <p>{t('ask.confirmedText')}</p>}
      {answer === null && (
        <p>
          {t('ask.notice')} {until && t('ask.until', { time: until })}
        </p>
      )}
      {settled && <p className="quiet">{t('ask.settled')}</p>}
      {pieces.length > 0 && (
        <section className="part">
          <h2>{t('ask.pieces')}</h2>
          <ul className="plain-lines">
            {pieces.map(({ kind, number, state }) => (
              <li key={`${kind}${number}`}>
                <b>
                  {t(`kind.${kind}`)} <span className="num">{number}</span>
                </b>{' '}
                <span>{t(`state.${state}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {open && (
        <>
          <form method="post" className="part">
            <div className="field">
              <label htmlFor="garments">{t('ask.garments')}</label>
              <input
                id="garments"
                name="garments"
                type="number"
                min={0}
                max={20}
                required
                defaultValue={answer ? garments : 1}
                className="num"
              />
            </div>
            <div className="field">
              <label htmlFor="swatches">{t('ask.swatches')}</label>
              <input id="swatches" name="swatches" type="number" min={0} max={20} required defaultValue={swatches} className="num" />
            </div>
            <button className={answer ? 'button' : 'button button--act'} name="intent" value="confirm">
              {answer ? t('ask.change') : t('ask.confirm')}
            </button>
          </form>
          <section className="part">
            <h2>{t('ask.withdrawTitle')}</h2>
            <p>{t('ask.withdrawText')}</p>
            <form method="post">
              <label className="choice">
                <input type="checkbox" name="sure" value="yes" required /> <span>{t('ask.sure')}</span>
              </label>
              <button className="button button--quiet" name="intent" value="withdraw">
                {t('ask.withdraw')}
              </button>
            </form>
          </section>
        </>
      )}
    </main>
  )
}
