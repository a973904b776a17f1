import type { TFunction } from 'i18next'
import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import { wordResponse, type LetterPart, type OfficeLetter } from '~/gateways/documents.server'
import { formatDate, formatRange } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { say, type Lang } from '~/i18n/language'
import { contestFigures } from './contest-figures.server'
import { documentStage, publishedList, type DocumentStage, type ListedWork } from './document-stage.server'

/** What an office writes about a stage: 公示, 聘书, 入围通知, 总结. */
export const OFFICE_DOCUMENTS = ['public-notice', 'judge-letters', 'finalist-letters', 'summary'] as const
export type OfficeDocument = (typeof OFFICE_DOCUMENTS)[number]

interface Asked {
  eventId: string
  stageId: string
  document: OfficeDocument
  lang: Lang
  now: Date
}

/**
 * A document of a stage as Word file, filled from what stands here; what nobody here knows is left as a line to fill in.
 * Null where there is no such stage, nobody to write to, or, for all but letters to judges, no published result.
 */
export async function officeDocument({ eventId, stageId, document, lang, now }: Asked): Promise<Response | null> {
  const stage = await documentStage(eventId, stageId)
  if (!stage || (document !== 'judge-letters' && stage.publishedAt === null)) return null
  const letters = await lettersOf(document, stage, lang, now)
  if (letters.length === 0) return null
  const name = translator(lang, 'documents')(`file.${document}`, {
    event: say(stage.event, lang),
    stage: say(stage.name, lang),
  })
  return wordResponse(`${name}.docx`, letters)
}

async function lettersOf(document: OfficeDocument, stage: DocumentStage, lang: Lang, now: Date): Promise<OfficeLetter[]> {
  const t = translator(lang, 'documents')
  const page: Page = {
    stage,
    lang,
    t,
    words: {
      event: say(stage.event, lang),
      stage: say(stage.name, lang),
      organisation: say(stage.organisation, lang),
    },
    today: formatDate(now, lang, stage.timezone, true),
  }
  switch (document) {
    case 'public-notice':
      return [publicNotice(page, await publishedList(stage, lang))]
    case 'judge-letters':
      return judgeLetters(page)
    case 'finalist-letters':
      return finalistLetters(page, await publishedList(stage, lang))
    case 'summary':
      return [await summary(page, await publishedList(stage, lang))]
  }
}

interface Page {
  stage: DocumentStage
  lang: Lang
  t: TFunction<'documents'>
  words: { event: string; stage: string; organisation: string }
  today: string
}

const signed = ({ stage, lang, words, today }: Page): LetterPart => {
  const hosts = stage.hosts.map((host) => say(host, lang))
  return { signed: [...(hosts.length > 0 ? hosts : [words.organisation]), today] }
}

function publicNotice(page: Page, works: readonly ListedWork[]): OfficeLetter {
  const { stage, lang, t, words } = page
  const selected = works.filter(({ standing, awards }) => standing !== 'none' || awards.length > 0)
  const { notice, timezone } = stage
  return {
    title: t('notice.title', words),
    parts: [
      { text: t('notice.lead', { ...words, works: stage.judged, selected: selected.length }) },
      ...(notice ? [{ text: t('notice.period', { when: formatRange(notice.from, notice.to, lang, timezone, 0) }) }] : []),
      { text: t('notice.how', { code: selected[0]?.code ?? '' }) },
      ...categories(selected).flatMap(({ name, works }): LetterPart[] => [
        ...(name ? [{ heading: name }] : []),
        {
          table: {
            head: [t('rank'), t('code'), t('work'), t('authors'), t('standing')],
            rows: works.map((work) => [
              String(work.rank ?? '—'),
              work.code,
              work.title,
              work.people.join(t('separator')),
              standingOf(work, t),
            ]),
          },
        },
      ]),
      signed(page),
    ],
  }
}

async function judgeLetters(page: Page): Promise<OfficeLetter[]> {
  const { stage, lang, t, words } = page
  const seats = await db.judgeSeat.findMany({
    where: { eventId: stage.eventId, stageId: stage.id, removedAt: null },
    orderBy: [{ isChair: 'desc' }, { invitedAt: 'asc' }],
    take: 500,
    select: { name: true, isChair: true, scoring: true },
  })
  const when = stage.opensAt && stage.closesAt ? formatRange(stage.opensAt, stage.closesAt, lang, stage.timezone, 0) : t('blank')
  return seats.map(({ name, isChair, scoring }) => ({
    title: t('judge.title'),
    parts: [
      { heading: t('dear', { name }) },
      {
        text: t('judge.text', {
          ...words,
          when,
          role: t(`role.${isChair ? 'chair' : scoring ? 'judge' : 'adviser'}`),
        }),
      },
      { text: t('judge.thanks') },
      signed(page),
    ],
  }))
}

function finalistLetters(page: Page, works: readonly ListedWork[]): OfficeLetter[] {
  const { stage, lang, t, words } = page
  const { next } = stage
  const when = next?.opensAt && next.closesAt ? formatRange(next.opensAt, next.closesAt, lang, stage.timezone, 0) : t('blank')
  return works
    .filter(({ standing, awards }) => standing === 'place' || awards.length > 0)
    .map((work) => ({
      title: t(work.awards.length > 0 ? 'finalist.awardTitle' : 'finalist.title'),
      parts: [
        { heading: t('dear', { name: work.authors.join(t('separator')) }) },
        {
          text:
            work.awards.length > 0
              ? t('finalist.award', {
                  ...words,
                  work: work.title,
                  code: work.code,
                  awards: work.awards.join(t('separator')),
                })
              : t('finalist.text', { ...words, work: work.title, code: work.code }),
        },
        ...(next ? [{ text: t('finalist.next', { next: say(next.name, lang), when }) }] : []),
        { text: t('finalist.contact') },
        signed(page),
      ],
    }))
}

async function summary(page: Page, works: readonly ListedWork[]): Promise<OfficeLetter> {
  const { stage, lang, t, words } = page
  const figures = await contestFigures(stage.eventId, stage.id)
  const count = (named: readonly { name: Localized; count: number }[]) => named.map(({ name, count }) => [say(name, lang), String(count)])
  const awarded = works.filter(({ awards }) => awards.length > 0)
  return {
    title: t('summary.title', words),
    parts: [
      { heading: t('summary.entries') },
      { text: t('summary.entriesText', { ...words, ...figures }) },
      { table: { head: [t('summary.group'), t('summary.count')], rows: count(figures.groups) } },
      { heading: t('summary.judging') },
      {
        text: t('summary.judgingText', {
          ...words,
          judged: stage.judged,
          judges: figures.judges,
          marks: figures.marks,
        }),
      },
      { heading: t('summary.results') },
      ...(awarded.length > 0
        ? [
            {
              table: {
                head: [t('award'), t('code'), t('work'), t('authors')],
                rows: awarded.map(({ awards, code, title, people }) => [
                  awards.join(t('separator')),
                  code,
                  title,
                  people.join(t('separator')),
                ]),
              },
            },
          ]
        : [
            {
              text: t('summary.selected', {
                count: works.filter(({ standing }) => standing === 'place').length,
                alternates: works.filter(({ standing }) => standing === 'alternate').length,
              }),
            },
          ]),
      { heading: t('summary.outlook') },
      { text: t('blank') },
      signed(page),
    ],
  }
}

const standingOf = ({ awards, standing }: ListedWork, t: Page['t']) =>
  awards.length > 0 ? awards.join(t('separator')) : standing === 'none' ? '' : t(`standings.${standing}`)

function categories(works: readonly ListedWork[]): { name: string; works: ListedWork[] }[] {
  const names = [...new Set(works.map(({ category }) => category))]
  return names.map((name) => ({ name, works: works.filter(({ category }) => category === name) }))
}
