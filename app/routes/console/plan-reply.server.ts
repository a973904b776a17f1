import { data } from '@remix-run/node'
import { describeChange, describeObstacle, reached } from '~/domain/setup/describe-plan.server'
import { planSource, type SourceScope } from '~/domain/setup/plan-source.server'
import type { Problem } from '~/domain/setup/problem'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'
import type { ShownProblem } from '~/ui/console/event-problems'
import type { Reply } from '~/ui/console/event-reply'

/** The page again with the text kept, and either what is wrong with it or what it would do. */
export async function planReply(source: string, scope: SourceScope, lang: Lang) {
  const t = translator(lang, 'setup')
  const planned = await planSource(source, scope)
  if (!planned.ok && planned.reason === 'invalid') return data<Reply>({ source, problems: inLanguage(planned.problems, lang) }, 400)
  if (!planned.ok && planned.reason === 'not-yours')
    return data<Reply>({ source, wrong: t('page.not-yours', { owner: planned.owner }) }, 403)
  if (!planned.ok) return data<Reply>({ source, wrong: t(`page.${planned.reason}`, { slug: planned.slug }) }, 400)
  const { plan, warnings, places, timezone, told } = planned
  const obstacles = plan.obstacles.map((obstacle, index) => ({
    line: places[index]?.line ?? 1,
    col: places[index]?.col ?? 1,
    message: describeObstacle(obstacle, lang),
  }))
  const changes = plan.changes.map((change) => ({
    severity: change.severity,
    text: describeChange(change, lang, timezone),
    path: change.path,
    people: reached(change, plan.reach),
  }))
  const shown = {
    next: (plan.version ?? 0) + 1,
    changes,
    reach: plan.reach,
    told: told.map(({ name, role }) => ({ name, role })),
  }
  return data<Reply>({ source, warnings: inLanguage(warnings, lang), obstacles, plan: shown }, obstacles.length > 0 ? 409 : 200)
}

const inLanguage = (problems: readonly Problem[], lang: Lang): ShownProblem[] =>
  problems.map(({ line, col, message, zh }) => ({ line, col, message: lang === 'en' ? message : zh }))
