import type { Finalist } from '~/domain/talent/finalists.server'
import type { Column } from '~/gateways/tables.server'
import { translator } from '~/i18n/i18n.server'
import { say, type Lang } from '~/i18n/language'

/** The columns of a talent list: one row for each author of each work. */
export function talentColumns({ lang, stage, contacts }: { lang: Lang; stage: string; contacts: boolean }): Column<Finalist>[] {
  const t = translator(lang, 'console')
  const regions = new Intl.DisplayNames([lang], { type: 'region' })
  const columns: Column<Finalist>[] = [
    { header: t('talent.col.name'), width: 16, value: ({ name }) => name },
    { header: t('talent.col.latin'), width: 20, value: ({ nameLatin }) => nameLatin },
    { header: t('col.organisation'), width: 28, value: ({ organisation }) => organisation || t('entry.independent') },
    { header: t('col.country'), width: 12, value: ({ country }) => regions.of(country) ?? country },
    { header: t('col.title'), width: 28, value: ({ title }) => title },
    { header: t('col.number'), width: 12, value: ({ number }) => number },
    { header: t('col.group'), value: ({ group }) => say(group, lang) },
    { header: t('col.track'), value: ({ track }) => track && say(track, lang) },
    { header: t('talent.col.stage'), value: () => stage },
    { header: t('talent.col.place'), width: 10, value: ({ standing, rank }) => (standing === 'alternate' ? t('talent.alternate') : rank) },
  ]
  if (!contacts) return columns
  return [
    ...columns,
    // (+86) 13800138000: text to every spreadsheet without an apostrophe
    {
      header: t('col.mobile'),
      width: 20,
      value: ({ contact, mobile }) => (contact && mobile ? mobile.replace(/^\+(86|1|7|\d{2})/, '(+$1) ') : null),
    },
    { header: t('col.email'), width: 28, value: ({ contact, email }) => (contact ? email : null) },
  ]
}
