import type { i18n, TFunction } from 'i18next'
import enAccount from '~/messages/en/account.json'
import enBooths from '~/messages/en/booths.json'
import enContent from '~/messages/en/content.json'
import enCollective from '~/messages/en/collective.json'
import enConsole from '~/messages/en/console.json'
import enDocuments from '~/messages/en/documents.json'
import enJury from '~/messages/en/jury.json'
import enEntrant from '~/messages/en/entrant.json'
import enExhibitor from '~/messages/en/exhibitor.json'
import enJudge from '~/messages/en/judge.json'
import enLive from '~/messages/en/live.json'
import enMeasure from '~/messages/en/measure.json'
import enNames from '~/messages/en/names.json'
import enNotices from '~/messages/en/notices.json'
import enPrizes from '~/messages/en/prizes.json'
import enPapers from '~/messages/en/papers.json'
import enProduction from '~/messages/en/production.json'
import enSetup from '~/messages/en/setup.json'
import enSite from '~/messages/en/site.json'
import enUi from '~/messages/en/ui.json'
import zhAccount from '~/messages/zh-CN/account.json'
import zhBooths from '~/messages/zh-CN/booths.json'
import zhContent from '~/messages/zh-CN/content.json'
import zhCollective from '~/messages/zh-CN/collective.json'
import zhConsole from '~/messages/zh-CN/console.json'
import zhDocuments from '~/messages/zh-CN/documents.json'
import zhJury from '~/messages/zh-CN/jury.json'
import zhEntrant from '~/messages/zh-CN/entrant.json'
import zhExhibitor from '~/messages/zh-CN/exhibitor.json'
import zhJudge from '~/messages/zh-CN/judge.json'
import zhLive from '~/messages/zh-CN/live.json'
import zhMeasure from '~/messages/zh-CN/measure.json'
import zhNames from '~/messages/zh-CN/names.json'
import zhNotices from '~/messages/zh-CN/notices.json'
import zhPrizes from '~/messages/zh-CN/prizes.json'
import zhPapers from '~/messages/zh-CN/papers.json'
import zhProduction from '~/messages/zh-CN/production.json'
import zhSetup from '~/messages/zh-CN/setup.json'
import zhSite from '~/messages/zh-CN/site.json'
import zhUi from '~/messages/zh-CN/ui.json'
import { singleton } from '~/singleton.server'
import type { Namespace } from './catalogue'
import { contestWords } from './contest-words'
import { makeI18n } from './i18n'
import type { Lang } from './language'

const zh = {
  account: zhAccount,
  booths: zhBooths,
  collective: zhCollective,
  console: zhConsole,
  content: zhContent,
  documents: zhDocuments,
  entrant: zhEntrant,
  exhibitor: zhExhibitor,
  judge: zhJudge,
  jury: zhJury,
  live: zhLive,
  measure: zhMeasure,
  names: zhNames,
  notices: zhNotices,
  prizes: zhPrizes,
  papers: zhPapers,
  production: zhProduction,
  setup: zhSetup,
  site: zhSite,
  ui: zhUi,
}
const en = {
  account: enAccount,
  booths: enBooths,
  collective: enCollective,
  console: enConsole,
  content: enContent,
  documents: enDocuments,
  entrant: enEntrant,
  exhibitor: enExhibitor,
  judge: enJudge,
  jury: enJury,
  live: enLive,
  measure: enMeasure,
  names: enNames,
  notices: enNotices,
  prizes: enPrizes,
  papers: enPapers,
  production: enProduction,
  setup: enSetup,
  site: enSite,
  ui: enUi,
}

/** The server's instance for a language, with every namespace. */
export const serverI18n = (lang: Lang): i18n => singleton(`i18n-${lang}`, () => makeI18n(lang, lang === 'en' ? en : zh))

/** A translator for loaders, actions and messages: `const t = translator(lang, 'site')`. */
export const translator = <Ns extends Namespace>(lang: Lang, namespace: Ns): TFunction<Ns> =>
  serverI18n(lang).getFixedT(lang, namespace) as TFunction<Ns>

/** The same for the public pages of an event, in the words of its kind. */
export const contestTranslator = (lang: Lang, kind: string): TFunction<'site'> =>
  contestWords(translator(lang, 'site'), serverI18n(lang), kind)
