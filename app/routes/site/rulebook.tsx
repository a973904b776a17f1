import { data } from '@remix-run/node'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { groupOf } from '~/domain/events/event-list'
import { publishedRulebook } from '~/domain/judging/published-rulebook.server'
import { isScoring } from '~/domain/judging/section'
import { isSample } from '~/domain/setup/config-path'
import { contestTranslator } from '~/i18n/i18n.server'
import { say } from '~/i18n/language'
import { useLang, useLocalPath } from '~/i18n/use-t'
import { notFound } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { HundredThreads } from '~/ui/site/event-criteria'
import { RulebookMarks, RulebookSentences } from '~/ui/site/rulebook-text'
import siteCss from '~/ui/styles/site.css?url'
import { pageAddress } from './page-address.server'
import { cacheFor, publicHeaders } from './public-cache'
import { requireEvent } from './require-event.server'
import { useContestT } from '~/ui/site/use-contest-t'

export const meta = pageMeta
export const headers = publicHeaders
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: siteCss }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event, config, lang } = await requireEvent(request, params.slug)
  const stage = config.contest?.stages.find(({ id }) => id === params.stage)
  const found = stage && isScoring(stage) && (await publishedRulebook(event.id, stage.id))
  if (!found) throw notFound()
  const t = contestTranslator(lang, config.kind)
  const title = t('rulebook.title', { name: say(found.name, lang) })
  const { rulebook, hash, frozenAt } = found
  return data(
    {
      contestKind: config.kind,
      page: {
        title: t('titled', { title: `${title} · ${say(config.name, lang)}` }),
        ...pageAddress(request),
      },
      section: groupOf(event.kind),
      title,
      slug: event.id,
      eventName: config.name,
      stageId: stage.id,
      rulebook,
      hash,
      frozen: frozenAt !== null,
      panel: stage.panel,
      first: stage.type === 'score' ? stage.first : undefined,
      sample: isSample(config, `contest.stages.${stage.id}.rulebook`),
    },
    cacheFor(request, { draft: event.status === 'draft' }),
  )
}

export default function RulebookPage() {
  const { title, slug, eventName, stageId, rulebook, hash, frozen, panel, first, sample } = useLoaderData<typeof loader>()
  const t = useContestT()
  const lang = useLang()
  const to = useLocalPath()
  const jury = [
    t('rulebook.panelText', { judges: panel.judges }),
    panel.perWork === 'all' ? t('rulebook.everyWork') : t('rulebook.perWork', { perWork: panel.perWork }),
    panel.chair === 'not-scoring' && t('rulebook.chairNotScoring'),
    panel.advisers > 0 && t('rulebook.advisers', { advisers: panel.advisers }),
    first && t('rulebook.ballot', { keep: first.keep }),
  ]
  return (
    <main id="content" tabIndex={-1} className="page rulebook">
      <p className="crumb">
        <a href={to(`/e/${slug}`)}>{say(eventName, lang)}</a>
      </p>
      <h1>
        {title} {sample && <span className="tag">{t('tag.weights')}</span>}
      </h1>
      <HundredThreads rulebook={rulebook} />
      <RulebookSentences rulebook={rulebook} jury={jury.filter((part) => typeof part === 'string')} />
      <RulebookMarks rulebook={rulebook} />
      <section className="chapter" aria-labelledby="hash">
        <div className="chapter-head">
          <h2 id="hash">{t('rulebook.hash')}</h2>
          <p>{t('rulebook.hashNote')}</p>
        </div>
        <div>
          <p>
            <code className="hash">{hash}</code>
          </p>
          <p className="quiet">{t(frozen ? 'rulebook.frozenSince' : 'rulebook.notFrozen')}</p>
          <p>
            <a className="button" href={`/e/${slug}/rulebook/${stageId}/rulebook.yaml`} download={`${slug}-${stageId}.yaml`}>
              {t('rulebook.download')}
            </a>
          </p>
        </div>
      </section>
    </main>
  )
}
