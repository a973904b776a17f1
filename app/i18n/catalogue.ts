import type account from '~/messages/zh-CN/account.json'
import type booths from '~/messages/zh-CN/booths.json'
import type content from '~/messages/zh-CN/content.json'
import type collective from '~/messages/zh-CN/collective.json'
import type consolePages from '~/messages/zh-CN/console.json'
import type documents from '~/messages/zh-CN/documents.json'
import type jury from '~/messages/zh-CN/jury.json'
import type entrant from '~/messages/zh-CN/entrant.json'
import type exhibitor from '~/messages/zh-CN/exhibitor.json'
import type judge from '~/messages/zh-CN/judge.json'
import type live from '~/messages/zh-CN/live.json'
import type measure from '~/messages/zh-CN/measure.json'
import type names from '~/messages/zh-CN/names.json'
import type notices from '~/messages/zh-CN/notices.json'
import type prizes from '~/messages/zh-CN/prizes.json'
import type papers from '~/messages/zh-CN/papers.json'
import type production from '~/messages/zh-CN/production.json'
import type setup from '~/messages/zh-CN/setup.json'
import type site from '~/messages/zh-CN/site.json'
import type ui from '~/messages/zh-CN/ui.json'

/** All messages by namespace; Chinese is the reference, `npm run check` compares English with it. */
export interface Catalogue {
  account: typeof account
  booths: typeof booths
  collective: typeof collective
  content: typeof content
  console: typeof consolePages
  documents: typeof documents
  jury: typeof jury
  entrant: typeof entrant
  exhibitor: typeof exhibitor
  judge: typeof judge
  live: typeof live
  measure: typeof measure
  names: typeof names
  notices: typeof notices
  prizes: typeof prizes
  papers: typeof papers
  production: typeof production
  setup: typeof setup
  site: typeof site
  ui: typeof ui
}
export type Namespace = keyof Catalogue
