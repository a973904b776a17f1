import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext, APIResponse, BrowserContext } from '@playwright/test'
import routes from '~/routes'
import { expect, test } from '#test/support/e2e'
import { learnAddresses, signedIn } from './people'
import { roles, table } from './table'
import type { Answer, Role } from './table'

interface Entry {
  file: string
  path?: string
  children?: Entry[]
}

const isLayout = ({ file }: Entry) => file.endsWith('/layout.tsx')
const flat = (entries: readonly Entry[]): Entry[] =>
  entries.flatMap((entry) => [...(isLayout(entry) ? [] : [entry]), ...flat(entry.children ?? [])])
const files = flat(routes as Entry[]).map(({ file }) => file)

test.skip(({ lang }) => lang === 'en', 'the same routes answer in both languages')

const contexts = new Map<Role, BrowserContext>()

const requestOf = (role: Role): APIRequestContext => {
  const context = contexts.get(role)
  if (!context) throw new Error(role)
  return context.request
}

/** An upload as the page’s own script sends it. */
const uploaded = {
  headers: { Accept: 'application/json' },
  multipart: { file: { name: 'board.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') } },
}

function answerOf(response: APIResponse): Answer | number {
  const status = response.status()
  if (status >= 300 && status < 400) return (response.headers().location ?? '').includes('/sign-in') ? 'sign-in' : 'ok'
  if (status === 400 && response.headers()['x-remix-error'] !== undefined) return 'nothing-to-get'
  if (status === 401) return 'unauthorized'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  if (status === 409) return 'not-yours'
  return status >= 200 && status < 300 ? 'ok' : status
}

test('every route of the map has its row, and every row its route', () => {
  expect(Object.keys(table).sort()).toEqual([...files].sort())
})

test('every route with an action says who may send it', () => {
  const withAction = files.filter((file) => /export (async )?(function|const) action\b/.test(readFileSync(join('app', file), 'utf8')))
  expect(withAction.filter((file) => !table[file]?.post)).toEqual([])
  expect(files.filter((file) => table[file]?.post && !withAction.includes(file))).toEqual([])
})

test('every role can open and send what the table says, and nothing else', async ({ browser }) => {
  test.setTimeout(300_000)
  for (const role of roles) contexts.set(role, await signedIn(browser, role))
  const { known, addressOf } = await learnAddresses(contexts)

  for (const role of roles) {
    const answers: Record<string, unknown> = {}
    const wanted: Record<string, unknown> = {}
    for (const [file, { address, get, post, form = {}, json, upload }] of Object.entries(table)) {
      const url = addressOf(address)
      answers[`GET ${file}`] = answerOf(await requestOf(role).get(url, { maxRedirects: 0 }))
      wanted[`GET ${file}`] = get[role]
      if (!post || post[role] === 'ok') continue
      answers[`POST ${file}`] = answerOf(
        await requestOf(role).post(url, { maxRedirects: 0, ...(upload ? uploaded : json ? { data: json } : { form }) }),
      )
      wanted[`POST ${file}`] = post[role]
    }
    expect.soft(answers, role).toEqual(wanted)
  }

  // staff of one house find nothing of another
  for (const [file, { address, get }] of Object.entries(table)) {
    if (!address.startsWith('/console/{')) continue
    const elsewhere = addressOf(address.replace(/\{(judging|published|final|measured)\}/, 'puyuan-cup-2026'))
    const ask = get.organiser === 'nothing-to-get' ? 'post' : 'get'
    expect.soft(answerOf(await requestOf('organiser')[ask](elsewhere, { maxRedirects: 0 })), file).toBe('not-found')
  }

  // an entry is not found under another event
  const { judged = '', draft = '' } = Object.fromEntries(known)
  expect.soft(answerOf(await requestOf('owner').get(`/console/puyuan-cup-2026/entries/${judged}`))).toBe('not-found')
  expect.soft(answerOf(await requestOf('designer').get(`/my/example-cup-2026/${draft}`))).toBe('not-found')
  for (const context of contexts.values()) await context.close()
})
