import type { Localized } from '~/domain/events/localized'

/** What a talent export may hold, in the order of its columns; `contacts` only for people who agreed to it. */
export const talentFields = ['name', 'organisation', 'country', 'work', 'award', 'contacts'] as const
export type TalentField = (typeof talentFields)[number]

/** How each field is named to the people it is about. */
export const talentFieldNames: Record<TalentField, Localized> = {
  name: { zh: '姓名', en: 'name' },
  organisation: { zh: '院校或单位', en: 'school or employer' },
  country: { zh: '国家或地区', en: 'country or region' },
  work: { zh: '作品名称、组别与赛道', en: 'title, group and track of the work' },
  award: { zh: '入围或获奖情况', en: 'place in the result' },
  contacts: { zh: '手机号和邮箱', en: 'mobile number and e-mail address' },
}

/** The fields of one export. */
export const fieldsWith = (contacts: boolean): TalentField[] => talentFields.filter((field) => contacts || field !== 'contacts')

/** Days in which a list that was exported can be fetched again. After them a new export is due, and a new notice. */
export const DOWNLOAD_DAYS = 30

/** The instant after which an export can no longer be fetched. */
export const downloadableUntil = (exportedAt: Date): Date => new Date(exportedAt.getTime() + DOWNLOAD_DAYS * 86_400_000)
