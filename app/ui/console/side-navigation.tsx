import { useLocation } from '@remix-run/react'
import { DECIDING } from '~/domain/events/stage-state'
import { may, type Permission, type Role } from '~/domain/people/permissions'
import type { EventOutline } from '~/domain/reporting/event-outline.server'
import { say } from '~/i18n/language'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'
import { Brand } from '~/ui/layout/brand'
import { LanguageSwitch } from '~/ui/layout/masthead'

export type Side = Omit<EventOutline, 'ledger'> & {
  ledger: { rows: number; hash: string; lastAt: string } | null
  roles: Role[]
  me: string
}

interface Item {
  path: string
  label: string
  count?: string | number
  /** the name of a stage above its own pages */
  heading?: boolean
  sub?: boolean
}

/** The way through one event: beside the page, on a phone a bar above it that opens. The ledger stands at its foot. */
export function SideNavigation({ side }: { side: Side }) {
  const t = useT('console')
  const ui = useT('ui')
  const lang = useLang()
  const to = useLocalPath()
  const { pathname, search } = useLocation()
  const name = say(side.name, lang)
  const items = useItems(side)
  const here = pathname.replace(/^\/en(?=\/|$)/, '')
  const current =
    items.find(({ path }) => path === here) ??
    [...items].reverse().find(({ path, heading }) => !heading && path !== items[0]?.path && here.startsWith(`${path}/`))
  const list = <ItemList items={items} current={current} />
  return (
    <>
      <a className="skip" href="#content">
        {ui('skip')}
      </a>
      <aside className="side">
        <Brand />
        <p className="event-name">
          <a href={to('/console')} title={t('nav.allEvents')}>
            {name}
          </a>{' '}
          <small>{side.edition}</small>
        </p>
        <nav aria-label={t('nav.label')}>{list}</nav>
        <SideFoot side={side} address={pathname + search} />
      </aside>
      <header className="topbar">
        <Brand />
        <details>
          <summary>
            <span className="event-name">
              {name} {side.edition}
            </span>
            <span className="where">{current?.label ?? ui('nav.menu')}</span>
          </summary>
          <nav aria-label={t('nav.label')}>{list}</nav>
          <SideFoot side={side} address={pathname + search} />
        </details>
      </header>
    </>
  )
}

function ItemList({ items, current }: { items: Item[]; current?: Item }) {
  const to = useLocalPath()
  return (
    <ul>
      {items.map((item) => (
        <li key={item.path} className={item.sub ? 'sub' : undefined}>
          {item.heading ? (
            <span className="stage-name">
              {item.label}
              {item.count !== undefined && <small>{item.count}</small>}
            </span>
          ) : (
            <a href={to(item.path)} aria-current={item === current ? 'page' : undefined}>
              {item.label}
              {item.count !== undefined && <small>{item.count}</small>}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

function useItems({ id, roles, entries, stages, hasContest, hasFloor, hasBatches, hasParent }: Side): Item[] {
  const t = useT('console')
  const lang = useLang()
  const base = `/console/${id}`
  const items: Item[] = [{ path: base, label: t('nav.overview') }]
  const add = (permission: Permission, ...more: Item[]) => may(roles, permission) && items.push(...more)
  if (hasFloor) add('event.view', { path: `${base}/booths`, label: t('nav.booths') })
  if (hasContest) {
    const waiting =
      entries.submitted > 0 ? t('nav.waiting', { count: entries.submitted }) : entries.handedIn > 0 ? t('nav.done') : undefined
    add('entries.view', { path: `${base}/entries`, label: t('nav.entries'), count: entries.handedIn })
    if (hasBatches) add('entries.view', { path: `${base}/collective`, label: t('nav.collective'), sub: true })
    add('entries.precheck', { path: `${base}/precheck`, label: t('nav.precheck'), count: waiting })
    add('entries.view', { path: `${base}/names`, label: t('nav.names') })
    add('content.review', { path: `${base}/content`, label: t('nav.content') })
    for (const stage of stages.filter(({ type }) => ['make', ...DECIDING].includes(type))) {
      if (stage.type === 'make') {
        const path = `${base}/stages/${stage.id}`
        if (may(roles, 'pieces.scan')) items.push({ path, label: say(stage.name, lang), heading: true })
        add('stage.run', { path: `${path}/production`, label: t('nav.production'), sub: true })
        add('pieces.scan', { path: `${path}/scan`, label: t('nav.scan'), sub: true })
        continue
      }
      if (!may(roles, 'pieces.scan')) continue
      const path = `${base}/stages/${stage.id}`
      items.push({ path, label: say(stage.name, lang), heading: true, count: t(`stageState.${stage.state}`) })
      add('judges.manage', { path: `${path}/judges`, label: t('nav.judges'), count: stage.seats, sub: true })
      if (stage.type === 'live') add('stage.run', { path: `${path}/live`, label: t('nav.live'), sub: true })
      if (stage.measured) add('stage.run', { path: `${path}/records`, label: t('nav.records'), sub: true })
      add('stage.run', { path: `${path}/progress`, label: t('nav.progress'), sub: true })
      add('pieces.scan', { path: `${path}/scan`, label: t('nav.labels'), sub: true })
      if (stage.type !== 'vote') add('marks.type-in', { path: `${path}/paper`, label: t('nav.paper'), sub: true })
      add(
        'ranking.view',
        {
          path: `${path}/${stage.type === 'vote' ? 'votes' : 'ranking'}`,
          label: stage.type === 'vote' ? t('nav.votes') : t('nav.ranking'),
          sub: true,
        },
        { path: `${path}/deliberation`, label: t('nav.deliberation'), sub: true },
      )
    }
    add('notices.send', { path: `${base}/notices`, label: t('nav.notices') })
    add('ranking.publish', { path: `${base}/organisations`, label: t('nav.organisations') })
    if (hasParent) add('ranking.publish', { path: `${base}/forwarding`, label: t('nav.forwarding') })
    add('payments.view', { path: `${base}/payments`, label: t('nav.payments') })
    add('ranking.publish', { path: `${base}/documents`, label: t('nav.documents') })
    add('papers.make', { path: `${base}/papers`, label: t('nav.papers') })
    add('talent.export', { path: `${base}/talent`, label: t('nav.talent') })
  } else add('notices.send', { path: `${base}/notices`, label: t('nav.notices') })
  add('staff.manage', { path: `${base}/staff`, label: t('nav.staff') })
  add('event.setup', { path: `${base}/setup`, label: t('nav.setup') })
  return items
}

function SideFoot({ side, address }: { side: Side; address: string }) {
  const t = useT('console')
  const to = useLocalPath()
  return (
    <div className="side-foot">
      <div className="row">
        <LanguageSwitch address={address} />
        <a href={to('/account')}>{side.me}</a>
      </div>
      <p>
        <a href={to('/console')}>{t('nav.allEvents')}</a> · <a href={to(`/e/${side.id}`)}>{t('nav.publicPage')}</a>
      </p>
      <div className="ledger">
        {side.ledger ? (
          <>
            <p>{t('ledger.rows', { rows: side.ledger.rows })}</p>
            <code title={side.ledger.hash}>{shortHash(side.ledger.hash)}</code>
            <p className="quiet">{t('ledger.lastAt', { at: side.ledger.lastAt })}</p>
          </>
        ) : (
          <p>{t('ledger.empty')}</p>
        )}
      </div>
    </div>
  )
}

/** 3fa9 c07e 51b2 8d44 … c3d1 5b02: the first sixteen and the last eight of 64 hex digits. */
const shortHash = (hash: string) => `${groups(hash.slice(0, 16))} … ${groups(hash.slice(-8))}`
const groups = (digits: string) => digits.replace(/(.{4})(?=.)/g, '$1 ')
