import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { fileAddress } from '~/domain/entries/file-address.server'
import { checkTime } from '~/domain/entries/precheck/check-time.server'
import { dismissDuplicate, DismissForm } from '~/domain/entries/precheck/dismiss-duplicate.server'
import { correctionsOver, mayDecide } from '~/domain/entries/precheck/decision'
import { comparedEntries, staffEntry } from '~/domain/entries/precheck/queries.server'
import { newId } from '~/domain/new-id.server'
import { may } from '~/domain/people/permissions'
import { contestConfig } from '~/domain/reporting/contest-config.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireStaff } from '~/session.server'
import { EntryCompare } from '~/ui/console/entry-compare'
import { EntryFlags } from '~/ui/console/entry-flags'
import { EntryHistory } from '~/ui/console/entry-history'
import { EntryPeople } from '~/ui/console/entry-people'
import { TakeBack } from '~/ui/console/take-back'
import { WorkViewer } from '~/ui/console/work-viewer'
import { pageMeta } from '~/ui/page-meta'
import { entryView } from './entry-view.server'

export const meta = pageMeta

export async function loader({ request, params: { slug = '', entryId = '' } }: LoaderFunctionArgs) {
  const { personId, roles } = await requireStaff(request, slug, 'entries.view')
  const lang = langOf(request)
  const query = new URL(request.url).searchParams
  const other = query.get('compare')
  const [frame, config, entry, time, compared] = await Promise.all([
    eventFrame(slug),
    contestConfig(slug),
    staffEntry(slug, entryId),
    checkTime(slug, new Date()),
    other ? comparedEntries(slug, [entryId, other]) : null,
  ])
  if (!entry || (other && !compared)) throw notFound()
  const mayCheck = may(roles, 'entries.precheck')
  return {
    page: {
      title: `${entry.number ?? ''} ${entry.title || translator(lang, 'console')('entries.untitled')} · ${say(frame.name, lang)}`.trim(),
    },
    slug,
    requestKey: newId(),
    file: query.get('file'),
    mayCheck,
    mayDecideOn: mayCheck && !time.judgingOpen && mayDecide(entry.state, 'accept', correctionsOver(time)),
    mayTakeBack: mayCheck && !time.judgingOpen && mayDecide(entry.state, 'reopen', correctionsOver(time)),
    entry: entryView({ entry, config, timezone: frame.timezone, lang, personId, contacts: may(roles, 'entries.contacts') }),
    compared:
      compared?.map((one) => ({
        id: one.id,
        number: one.number,
        title: one.title,
        state: one.state,
        group: say({ zh: one.group.nameZh, en: one.group.nameEn }, lang),
        submittedAt: one.submittedAt && formatDateTime(one.submittedAt, lang, frame.timezone),
        authors: one.authors,
        files: one.files.map(({ id, slot, originalName, sha256, viewKey }) => {
          const rule = config?.files.find((known) => known.id === slot)
          return {
            id,
            slot: rule ? say(rule.label, lang) : slot,
            name: originalName,
            sha256,
            view: viewKey ? fileAddress({ eventId: slug, fileId: id, class: 'view', purpose: 'staff', personId }) : null,
          }
        }),
      })) ?? null,
  }
}

export async function action({ request, params: { slug = '', entryId = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'entries.precheck')
  const lang = langOf(request)
  const form = DismissForm.safeParse(Object.fromEntries(await readForm(request)))
  if (!form.success || ![form.data.entryAId, form.data.entryBId].includes(entryId))
    return data({ refusal: translator(lang, 'console')('flag.gone') }, 400)
  const outcome = await dismissDuplicate({ ...form.data, eventId: slug, personId, now: new Date() })
  if (!outcome.ok) return data({ refusal: translator(lang, 'console')('flag.gone') }, 409)
  return redirect(`${localPath(lang, `/console/${slug}/entries/${entryId}`)}#flags`)
}

export default function Entry() {
  const { slug, entry, compared, file, requestKey, mayCheck, mayDecideOn, mayTakeBack } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('console')
  const to = useLocalPath()
  const { pathname } = useLocation()
  if (compared) {
    const [left, right] = compared
    return left && right ? (
      <EntryCompare slug={slug} entry={entry} left={left} right={right} requestKey={requestKey} mayCheck={mayCheck} />
    ) : null
  }
  return (
    <>
      <p className="crumb">
        <a href={to(`/console/${slug}/entries`)}>← {t('nav.entries')}</a>
      </p>
      <header className="workbench-head">
        <div>
          <h1>{entry.title || t('entries.untitled')}</h1>
          <p>
            {[entry.number, entry.group, entry.track, entry.origin === 'online' ? null : t(`origin.${entry.origin}`)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div className="end">
          <span className={`state state--${entry.state}`}>{t(`entryState.${entry.state}`)}</span>
          {mayDecideOn && (
            <a className="button" href={to(`/console/${slug}/precheck?entry=${entry.id}`)}>
              {t('entry.check')}
            </a>
          )}
        </div>
      </header>
      {mayTakeBack && <TakeBack slug={slug} entry={entry} requestKey={requestKey} next={`entry=${entry.id}`} />}
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      <div className="columns">
        <div>
          <WorkViewer files={entry.files} chosen={file} title={entry.title} href={(id) => `${pathname}?file=${id}`} />
          <h2>{t('entry.answers')}</h2>
          <dl className="facts">
            {entry.fields.map(({ id, label, text }) => (
              <div key={id} className="contents">
                <dt>{label}</dt>
                <dd>{text || <span className="quiet">{t('entry.unanswered')}</span>}</dd>
              </div>
            ))}
          </dl>
        </div>
        <div className="aside">
          <h2>{t('entry.people')}</h2>
          <EntryPeople entry={entry} />
          <h2>{t('entry.facts')}</h2>
          <dl className="facts facts--tight">
            <div>
              <dt>{t('col.code')}</dt>
              <dd>{entry.code ?? '—'}</dd>
            </div>
            <div>
              <dt>{t('entry.begun')}</dt>
              <dd>{entry.createdAt}</dd>
            </div>
            <div>
              <dt>{t('col.submitted')}</dt>
              <dd>
                {entry.submittedAt ?? '—'}
                {entry.changedSince && <small>{t('entry.changedSince')}</small>}
              </dd>
            </div>
          </dl>
          <EntryFlags slug={slug} entry={entry} requestKey={requestKey} mayCheck={mayCheck} />
        </div>
      </div>
      <EntryHistory entry={entry} />
    </>
  )
}
