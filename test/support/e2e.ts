import { readFileSync, statSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base } from '@playwright/test'
import type { Page, Response } from '@playwright/test'
import type { TFunction } from 'i18next'
import type { Namespace } from '~/i18n/catalogue'
import { localPath } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import { wordsOf } from './e2e-words'

type DemoGroup = 'designer' | 'judge' | 'organiser' | 'clerk'

interface Faults {
  /** what this test provokes on purpose: texts that a console or log line may contain */
  expected: RegExp[]
}

interface Fixtures {
  lang: Lang
  faults: Faults
  /** opens an address without language, such as /e/puyuan-cup-2026, in the language of the project */
  open: (path: string) => Promise<Response>
  /** the words of a page: `words('console')('judges.add')` */
  words: <Ns extends Namespace>(namespace: Ns) => TFunction<Ns>
  /** signs in as one of the people of the demo, leaving whoever was signed in before */
  login: (group: DemoGroup, name?: string) => Promise<void>
  /** the newest message to an address that has a code or a link */
  inbox: (recipient: string) => Promise<{ code: string | null; links: string[] }>
  /** no violation of WCAG 2.2 A and AA on the page as it stands, and no sideways scroll */
  accessible: (page?: Page) => Promise<void>
}

export { expect }

export const test = base.extend<Fixtures>({
  lang: ['zh-CN', { option: true }],

  // a test in which the browser or the server complains has failed, whatever it asserted
  faults: [
    async ({ context }, use) => {
      const log = process.env.E2E_LOG ?? ''
      const begun = statSync(log).size
      const faults: Faults = { expected: [] }
      const seen: string[] = []
      context.on('console', (message) => {
        if (message.type() === 'error') seen.push(`console: ${message.text()} (${message.location().url})`)
      })
      context.on('weberror', (error) => seen.push(`page: ${error.error().stack ?? error.error().message}`))
      await use(faults)
      seen.push(...loggedErrors(readFileSync(log).subarray(begun).toString('utf8')))
      expect(seen.filter((text) => !faults.expected.some((pattern) => pattern.test(text)))).toEqual([])
    },
    { auto: true },
  ],

  open: async ({ page, lang }, use) => {
    await use(async (path) => {
      const response = await page.goto(localPath(lang, path))
      if (!response) throw new Error(`${path} gave no response`)
      return response
    })
  },

  words: async ({ lang }, use) => {
    await use(wordsOf(lang))
  },

  login: async ({ page, context, lang, open }, use) => {
    await use(async (group, name) => {
      await context.clearCookies()
      await open('/demo')
      const people = page.locator(`section[aria-labelledby="${group}-title"] button`)
      await (name ? people.filter({ hasText: name }) : people).first().click()
      await expect(page).not.toHaveURL(new RegExp(`${localPath(lang, '/demo')}$`))
    })
  },

  inbox: async ({ browser, lang }, use) => {
    await use(async (recipient) => {
      const context = await browser.newContext({ baseURL: process.env.E2E_URL })
      const page = await context.newPage()
      try {
        const list = page.locator('.inbox-list a')
        await expect(async () => {
          await page.goto(localPath(lang, `/demo/messages?to=${encodeURIComponent(recipient)}`))
          await expect(list.first()).toBeVisible({ timeout: 1_000 })
        }).toPass({ timeout: 20_000 })
        const code = list.first().locator('.inbox-code')
        const digits = (await code.count()) > 0 ? await code.textContent() : null
        await list.first().click()
        await expect(page.locator('#message h2')).toBeVisible()
        return {
          code: digits,
          links: await page.locator('.inbox-links a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)),
        }
      } finally {
        await context.close()
      }
    })
  },

  accessible: async ({ page }, use) => {
    await use(async (on = page) => {
      const { violations } = await new AxeBuilder({ page: on }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      const where = new URL(on.url()).pathname
      expect
        .soft(
          violations.map(({ id, help, nodes }) => ({
            id,
            help,
            at: nodes.slice(0, 3).map(({ target, failureSummary }) => [target, failureSummary]),
          })),
          where,
        )
        .toEqual([])
      const { content, room } = await on.evaluate(() => ({
        content: document.documentElement.scrollWidth,
        room: document.documentElement.clientWidth,
      }))
      expect.soft(content, `${where} scrolls sideways`).toBeLessThanOrEqual(room)
    })
  },
})

/** Lines of the server's log at level error or above, and whatever is no JSON but speaks of an error. */
function loggedErrors(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => {
      if (!line.startsWith('{')) return /error/i.test(line)
      try {
        return (JSON.parse(line) as { level: number }).level >= 50
      } catch {
        return false
      }
    })
    .map((line) => `server: ${line}`)
}
