import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EventKind } from '~/domain/events/section'
import { applyEvent } from '~/domain/setup/apply-event.server'
import { newEventFile } from '~/domain/setup/new-event-file'
import { organisationsToOpenFor } from '~/domain/setup/queries.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { forbidden, requireActor, requireSecondFactor } from '~/session.server'
import { EventReply, type Reply } from '~/ui/console/event-reply'
import { EventSourceForm } from '~/ui/console/event-source-form'
import { SelectField, TextField } from '~/ui/field'
import { pageMeta } from '~/ui/page-meta'
import setupCss from '~/ui/styles/setup.css?url'
import { readSource } from './event-source.server'
import { planReply } from './plan-reply.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: setupCss }]

/** The signed-in person with the organisations they may open events for; 403 without any. */
async function requireOpener(request: Request) {
  const actor = await requireActor(request)
  const organisations = await organisationsToOpenFor(actor.personId)
  if (actor.deskEventId || organisations.length === 0) throw forbidden()
  requireSecondFactor(request, actor, ['organiser'])
  return { actor, organisations, scope: { owners: organisations.map(({ id }) => id) } }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { organisations } = await requireOpener(request)
  const lang = langOf(request)
  const query = new URL(request.url).searchParams
  const asked = {
    slug: query.get('slug')?.trim() ?? '',
    kind: query.get('kind') ?? 'design-contest',
    owner: query.get('owner') ?? '',
  }
  const owner = organisations.find(({ id }) => id === asked.owner) ?? organisations[0]
  const made = asked.slug ? newEventFile(asked.slug, asked.kind, owner) : null
  return {
    page: { title: translator(lang, 'setup')('new.title') },
    asked,
    kinds: EventKind.options,
    organisations: organisations.map(({ id, name }) => ({ value: id, label: say(name, lang) })),
    source: made?.ok ? made.text : null,
    wrongSlug: made !== null && !made.ok,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, scope } = await requireOpener(request)
  const lang = langOf(request)
  const t = translator(lang, 'setup')
  const sent = await readSource(request)
  if (!sent.ok) return data<Reply>({ source: null, wrong: t(`page.${sent.reason}`) }, 400)
  if (sent.intent === 'plan') return planReply(sent.source, scope, lang)
  const outcome = await applyEvent({
    source: sent.source,
    scope,
    actorId: actor.personId,
    now: new Date(),
    expectedVersion: null,
  })
  if (outcome.ok) return redirect(localPath(lang, `/console/${outcome.value.slug}/setup?applied`))
  return planReply(sent.source, scope, lang)
}

export default function NewEvent() {
  const { asked, kinds, organisations, wrongSlug, ...made } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>() as Reply | undefined
  const t = useT('setup')
  const to = useLocalPath()
  const source = reply?.source ?? made.source
  return (
    <main className="page" id="content">
      <div className="workbench-head">
        <div>
          <h1>{t('new.title')}</h1>
          <p>{t('new.lead')}</p>
        </div>
      </div>
      {source === null ? (
        <form method="get" action={to('/console/new')} className="new-event">
          <SelectField
            name="kind"
            label={t('new.kind')}
            defaultValue={asked.kind}
            options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
          <TextField
            name="slug"
            label={t('new.slug')}
            help={t('new.slugHelp')}
            defaultValue={asked.slug}
            required
            maxLength={60}
            autoComplete="off"
            errors={wrongSlug ? [t('new.wrongSlug')] : undefined}
          />
          <SelectField name="owner" label={t('new.owner')} defaultValue={asked.owner} options={organisations} />
          <button className="button button--act">{t('new.make')}</button>
        </form>
      ) : (
        <>
          {reply && <EventReply reply={reply} version={null} />}
          <EventSourceForm path={to('/console/new')} source={source} />
        </>
      )}
      <p className="small">
        <a href={to('/console')}>{t('new.back')}</a>
      </p>
    </main>
  )
}
