import { beforeAll, describe, expect, test } from 'vitest'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '~/db.server'
import * as entries from '~/routes/console/entries'
import * as entriesFile from '~/routes/console/entries-export'
import * as entry from '~/routes/console/entry'
import * as events from '~/routes/console/events'
import * as judges from '~/routes/console/judges'
import * as layout from '~/routes/console/layout'
import * as notices from '~/routes/console/notices'
import * as overview from '~/routes/console/overview'
import * as precheck from '~/routes/console/precheck'
import * as progress from '~/routes/console/progress'
import * as ranking from '~/routes/console/ranking'
import * as rankingFile from '~/routes/console/ranking-export'
import { answerOf, makeHandedIn, makeStaff, send, visit, type Staff } from '#test/support/console'
import { openContest } from '#test/support/contest'

const roles = ['owner', 'organiser', 'clerk', 'judge', 'none'] as const
type Who = (typeof roles)[number] | 'stranger'

let slug: string
let entryId: string
let otherEntry: string
const people = new Map<Who, Staff>()
beforeAll(async () => {
  slug = await openContest()
  entryId = (await makeHandedIn(slug)).id
  const other = await openContest()
  otherEntry = (await makeHandedIn(other)).id
  for (const role of roles) people.set(role, await makeStaff(slug, role))
  // runs another event, of another organisation
  const organisation = await db.organisation.create({ data: { id: 'elsewhere', slug: 'elsewhere', nameZh: '另一协会', nameEn: 'Another' } })
  const stranger = await makeStaff(other, 'organiser')
  await db.organisationRole.create({ data: { organisationId: organisation.id, personId: stranger.personId, role: 'owner' } })
  people.set('stranger', stranger)
})
const as = (who: Who): Staff => {
  const staff = people.get(who)
  if (!staff) throw new Error(who)
  return staff
}

interface Module {
  loader?: (args: LoaderFunctionArgs) => unknown
  action?: (args: LoaderFunctionArgs) => unknown
}
const all: Who[] = ['owner', 'organiser', 'clerk']
const upper: Who[] = ['owner', 'organiser']
const pages: [string, Module, Who[], Record<string, string>][] = [
  ['layout', layout, all, {}],
  ['overview', overview, all, {}],
  ['entries', entries, all, {}],
  ['entries.xlsx', entriesFile, all, {}],
  ['entries/:entryId', entry, all, { entryId: '' }],
  ['precheck', precheck, all, {}],
  ['notices', notices, upper, {}],
  ['stages/preliminary/judges', judges, upper, { stage: 'preliminary' }],
  ['stages/preliminary/progress', progress, upper, { stage: 'preliminary' }],
  ['stages/preliminary/ranking', ranking, upper, { stage: 'preliminary' }],
  ['stages/preliminary/ranking.xlsx', rankingFile, upper, { stage: 'preliminary' }],
]
const paramsOf = (given: Record<string, string>) => ({ slug, ...given, ...('entryId' in given ? { entryId } : {}) })

/** A page is opened; a file whose leaving is noted has no page and is asked for by a form. */
const ask = ({ loader, action }: Module, path: string, who: Staff, given: Record<string, string>) =>
  loader
    ? loader({ request: visit(path, who), params: paramsOf(given), context: {} })
    : action?.({ request: send(path, who), params: paramsOf(given), context: {} })

describe.each(pages)('/console/:slug/%s', (path, page, allowed, given) => {
  test.each<Who>(['owner', 'organiser', 'clerk', 'judge', 'none', 'stranger'])('asked for by %s', async (who) => {
    const answer = await answerOf(() => ask(page, `/console/${slug}/${path}`, as(who), given))
    // whoever has no part in the event does not learn that it is there
    expect(answer.status).toBe(allowed.includes(who) ? 200 : all.includes(who) ? 403 : 404)
  })

  test('asked for by nobody leads to sign-in', async () => {
    const answer = await answerOf(() => ask(page, `/console/${slug}/${path}`, { personId: '', cookie: '' }, given))
    expect([answer.status, answer.to?.startsWith('/sign-in')]).toEqual([302, true])
  })

  test.each<Who>(['clerk', 'judge', 'none', 'stranger'])('a form sent by %s', async (who) => {
    if (!page.action || allowed.includes(who)) return
    const answer = await answerOf(() =>
      page.action?.({ request: send(`/console/${slug}/${path}`, as(who), { intent: 'open' }), params: paramsOf(given), context: {} }),
    )
    expect(answer.status).toBe(all.includes(who) ? 403 : 404)
  })
})

test('an event that is not there is not found', async () => {
  const answer = await answerOf(() =>
    overview.loader({ request: visit('/console/nowhere', as('owner')), params: { slug: 'nowhere' }, context: {} }),
  )
  expect(answer.status).toBe(404)
})

test('a work of another event is not found, alone or compared', async () => {
  const look = (id: string, query = '') =>
    answerOf(() =>
      entry.loader({ request: visit(`/console/${slug}/entries/${id}${query}`, as('owner')), params: { slug, entryId: id }, context: {} }),
    )
  expect((await look(otherEntry)).status).toBe(404)
  expect((await look(entryId, `?compare=${otherEntry}`)).status).toBe(404)
  const checked = await answerOf(() =>
    precheck.loader({ request: visit(`/console/${slug}/precheck?entry=${otherEntry}`, as('clerk')), params: { slug }, context: {} }),
  )
  expect(checked.status).toBe(404)
})

test('a stage that judges do not decide has no panel', async () => {
  const answer = await answerOf(() =>
    judges.loader({ request: visit('/x', as('owner')), params: { slug, stage: 'production' }, context: {} }),
  )
  expect(answer.status).toBe(404)
})

test('an organiser without the second factor is led to it, a clerk is not asked', async () => {
  await db.session.updateMany({ where: { personId: { in: [as('organiser').personId, as('clerk').personId] } }, data: { strongAt: null } })
  const look = (who: Who) => answerOf(() => overview.loader({ request: visit(`/console/${slug}`, as(who)), params: { slug }, context: {} }))
  expect((await look('organiser')).to).toContain('/sign-in/second-factor')
  expect((await look('clerk')).status).toBe(200)
  await db.session.updateMany({ where: { personId: as('organiser').personId }, data: { strongAt: new Date() } })
})

test('the list of events holds one’s own alone', async () => {
  const mine = await answerOf(() => events.loader({ request: visit('/console', as('clerk')), params: {}, context: {} }))
  expect((mine.body.events as { id: string }[]).map(({ id }) => id)).toEqual([slug])
  expect(mine.body.mayOpen).toBe(false)
  expect((await answerOf(() => events.loader({ request: visit('/console', as('none')), params: {}, context: {} }))).status).toBe(403)
})
