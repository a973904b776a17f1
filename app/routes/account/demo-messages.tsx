import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { everyNotice } from '~/domain/notices/queries.server'
import { isDemo, publicUrl } from '~/env.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { notFound } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { pageNumber } from '~/ui/page-number'
import { Pager } from '~/ui/pager'
import accountCss from '~/ui/styles/account.css?url'
import { OpenMessage } from './demo-message'

const ZONE = 'Asia/Shanghai'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountCss }]
export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  if (!isDemo()) throw notFound()
  const lang = langOf(request)
  const query = new URL(request.url).searchParams
  const channel = (['email', 'sms'] as const).find((name) => name === query.get('channel'))
  const to = (query.get('to') ?? '').trim().slice(0, 100)
  const page = pageNumber(query)
  const { rows, total, pages } = await everyNotice({ channel, to, page })
  const open = rows.find(({ id }) => id === query.get('id'))
  return {
    page: { title: translator(lang, 'account')('messages.page') },
    filter: { channel: channel ?? '', to },
    total,
    pages,
    at: page,
    rows: rows.map(({ id, channel, recipient, subject, text, template, state, createdAt }) => ({
      id,
      channel,
      recipient,
      state,
      line: channel === 'sms' ? text : subject,
      code: template === 'code' ? (/(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? null) : null,
      when: formatDateTime(createdAt, lang, ZONE, false),
    })),
    open: open && {
      id: open.id,
      subject: open.subject,
      recipient: open.recipient,
      text: open.text,
      html: open.html,
      channel: open.channel,
      when: formatDateTime(open.createdAt, lang, ZONE),
      links: [...new Set(open.text.match(/https?:\/\/[^\s，。]+/g) ?? [])].filter((url) => url.startsWith(`${publicUrl()}/`)),
    },
  }
}

export default function DemoMessages() {
  const t = useT('account')
  const to = useLocalPath()
  const { filter, total, rows, open, pages, at } = useLoaderData<typeof loader>()
  const address = (query: Record<string, string>) =>
    `${to('/demo/messages')}?${new URLSearchParams({ ...filter, page: String(at), ...query }).toString()}`
  return (
    <main className="page account" id="content">
      <header className="account-head">
        <h1>{t('messages.title')}</h1>
        <p className="quiet">{t('messages.lead')}</p>
      </header>
      <form method="get" className="sieve" role="search">
        <label>
          <span>{t('messages.kind')}</span>
          <select name="channel" defaultValue={filter.channel}>
            <option value="">{t('messages.all')}</option>
            <option value="email">{t('messages.email')}</option>
            <option value="sms">{t('messages.sms')}</option>
          </select>
        </label>
        <label>
          <span>{t('messages.to')}</span>
          <input name="to" defaultValue={filter.to} maxLength={100} />
        </label>
        <button className="button button--quiet">{t('messages.filter')}</button>
        {(filter.channel || filter.to) && <a href={to('/demo/messages')}>{t('messages.clear')}</a>}
        <span className="quiet small num end">
          {t('messages.count', { count: total })} · <a href={address({})}>{t('messages.refresh')}</a>
        </span>
      </form>
      {rows.length === 0 ? (
        <p className="empty">{filter.channel || filter.to ? t('messages.none') : t('messages.empty')}</p>
      ) : (
        <div className={open ? 'inbox inbox--open' : 'inbox'}>
          <ul className="inbox-list" aria-label={t('messages.list')}>
            {rows.map((row) => (
              <li key={row.id}>
                <a href={`${address({ id: row.id })}#message`} aria-current={row.id === open?.id ? 'true' : undefined}>
                  <span className="small quiet num">
                    {row.when} <span className="tag">{t(`messages.${row.channel}`)}</span>{' '}
                    {row.state !== 'sent' && t(`messages.${row.state}`)}
                  </span>
                  <span className="inbox-to num">{row.recipient}</span>
                  {row.code ? <strong className="inbox-code">{row.code}</strong> : <span className="inbox-line">{row.line}</span>}
                </a>
              </li>
            ))}
          </ul>
          <div className="inbox-message" id="message">
            {open ? <OpenMessage message={open} back={address({})} /> : <p className="empty">{t('messages.pick')}</p>}
          </div>
        </div>
      )}
      <Pager page={at} pages={pages} />
    </main>
  )
}
