import type { TFunction } from 'i18next'
import { FIGURES } from '~/domain/prizes/organisation-figures'
import type { Award } from '~/domain/judging/section'

/** By what an award to organisations is given, in words. */
export function organisationRule({ points, count, atLeast }: Award, t: TFunction<'prizes'>): string[] {
  const parts = FIGURES.filter((figure) => (points?.[figure] ?? 0) > 0)
    .map((figure) => t(`organisations.part.${figure}`, { points: points?.[figure] ?? 0 }))
    .join(t('comma'))
  const rule = points
    ? count === undefined
      ? t('organisations.ruleOpen', { parts })
      : t('organisations.rule', { count, parts })
    : count === undefined
      ? t('organisations.ruleNoneOpen')
      : t('organisations.ruleNone', { count })
  return [rule, ...(atLeast === undefined ? [] : [t('organisations.atLeast', { count: atLeast })])]
}
