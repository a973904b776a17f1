import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { fileAddress } from '~/domain/entries/file-address.server'
import { nextStep } from '~/domain/entries/next-step'
import type { NextStep } from '~/domain/entries/next-step'
import { ownBatches } from '~/domain/entries/collective/queries.server'
import { ownEntries } from '~/domain/entries/own-entries.server'
import type { ListedOwnEntry } from '~/domain/entries/own-entries.server'
import { ownResults } from '~/domain/judging/publication/own-results.server'
import type { OwnResult } from '~/domain/judging/publication/own-results.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { requireActor } from '~/session.server'
import { StateTag } from '~/ui/entrant/state-tag'
import { pageMeta } from '~/ui/page-meta'
import entrantCss from '~/ui/styles/entrant.css?url'
import { shownState, stateSentence, whenText } from './words.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: entrantCss }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { personId } = await requireActor(request)
  const lang = langOf(request)
  const t = translator(lang, 'entrant')
  const now = new Date()
  const rows = await ownEntries(personId)
  const results = await ownResults(rows.map(({ terms, id }) => ({ eventId: terms.eventId, entryId: id })))
  const entries = rows.map((row) => rowView(row, results.get(row.id), lang, now))
  const batches = (await ownBatches(personId)).map(({ eventId, id, organisation, event, works, handedIn }) => ({
    path: `/my/${eventId}/collective/${id}`,
    organisation,
    event: say(event, lang),
    works,
    handedIn,
  }))
  return { page: { title: t('my.title') }, batches, entries }
}

function rowView(row: ListedOwnEntry, result: OwnResult | undefined, lang: Lang, now: Date) {
  const t = translator(lang, 'entrant')
  const { eventId, name, timezone } = row.terms
  const next = nextStep(row.terms, row, now)
  const when = (date: Date) => whenText(date, lang, timezone, now)
  const path = `/my/${eventId}/${row.id}`
  return {
    path,
    title: row.title || t('untitled'),
    event: say(name, lang),
    eventPath: `/e/${eventId}`,
    place: [row.group, row.track]
      .filter((name) => name !== null)
      .map((name) => say(name, lang))
      .join(t('comma')),
    number: row.number,
    state: shownState(next, row.state, result),
    sentence: stateSentence(next, result, when, row.withdrawnAt, lang),
    act: actOf(next),
    receipt: row.submittedVersion === null ? null : `${path}/receipt.pdf?lang=${lang}`,
    thumb: row.thumbFileId && fileAddress({ eventId, fileId: row.thumbFileId, class: 'thumb', purpose: 'owner', now }),
  }
}

/** The verb of the one thing to do, and where it leads. */
function actOf({ step }: NextStep): { verb: 'continue' | 'open' | 'change' | 'fix' | 'submitChanges'; to: '' | '?edit=1' | '/submit' } {
  if (step === 'draft' || step === 'grace') return { verb: 'continue', to: '' }
  if (step === 'changed') return { verb: 'submitChanges', to: '/submit' }
  if (step === 'returned') return { verb: 'fix', to: '' }
  return { verb: 'open', to: '' }
}

export default function MyEntries() {
  const { entries, batches } = useLoaderData<typeof loader>()
  const t = useT('entrant')
  const to = useLocalPath()
  // the first entry that waits for its entrant carries the page’s one action
  const first = entries.findIndex(({ act }) => act.verb !== 'open')
  return (
    <main className="page" id="content">
      <h1>{t('my.title')}</h1>
      {batches.length > 0 && (
        <section className="my-batches" aria-labelledby="my-batches">
          <h2 id="my-batches">{t('my.batches')}</h2>
          <ul>
            {batches.map(({ path, organisation, event, works, handedIn }) => (
              <li key={path}>
                <a href={to(path)}>
                  <bdi>{organisation}</bdi>
                </a>{' '}
                <span className="quiet">{event}</span> <span>{t('my.batchWorks', { works, handedIn })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {entries.length === 0 && batches.length > 0 ? null : entries.length === 0 ? (
        <div className="empty">
          <p>{t('my.emptyTitle')}</p>
          <p>{t('my.empty')}</p>
          <p style={{ marginTop: 'var(--s-5)' }}>
            <a className="button button--act" href={to('/events/contests')}>
              {t('my.seeOpen')}
            </a>
          </p>
        </div>
      ) : (
        <>
          <p className="page-lead">{t('my.lead')}</p>
          <ul className="works">
            {entries.map((entry, n) => (
              <li key={entry.path}>
                <a className="works-picture" href={to(entry.path)} tabIndex={-1} aria-hidden="true">
                  {entry.thumb ? <img src={entry.thumb} alt="" loading="lazy" /> : <span>{t('my.noPicture')}</span>}
                </a>
                <div className="works-text">
                  <h2>
                    <a href={to(entry.path)}>
                      <bdi>{entry.title}</bdi>
                    </a>
                  </h2>
                  <p className="works-event">
                    <a href={to(entry.eventPath)}>{entry.event}</a>
                    <span>{entry.place}</span>
                    {entry.number && <span className="num">{entry.number}</span>}
                  </p>
                  <p className="works-next">
                    <StateTag state={entry.state} /> {entry.sentence}
                  </p>
                </div>
                <div className="works-acts">
                  <a className={`button${n === first ? ' button--act' : ''}`} href={to(entry.path + entry.act.to)}>
                    {t(`my.${entry.act.verb}`)}
                  </a>
                  {entry.receipt && (
                    <a className="button button--quiet" href={entry.receipt}>
                      {t('my.receipt')}
                    </a>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  )
}
