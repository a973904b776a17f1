import { isRecorded } from '~/domain/judging/measured/recorded-points'
import { panelStage } from '~/domain/judging/panel/queries.server'
import { publishedRulebook } from '~/domain/judging/published-rulebook.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { notFound, requireStaff } from '~/session.server'

/** A stage in which something is recorded, for those who run it; 404 for every other. */
export async function requireMeasured(request: Request, slug: string, stageId: string) {
  const actor = await requireStaff(request, slug, 'stage.run')
  const [stage, found] = await Promise.all([panelStage(slug, stageId), publishedRulebook(slug, stageId)])
  if (!stage || !found?.rulebook.criteria.some(isRecorded)) throw notFound()
  return { actor, stage, rulebook: found.rulebook, frame: await eventFrame(slug) }
}
