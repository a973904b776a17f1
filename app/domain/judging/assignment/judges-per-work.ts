import { z } from 'zod'

const Config = z.object({
  contest: z.object({
    stages: z.array(
      z.object({
        id: z.string(),
        panel: z.object({ perWork: z.union([z.literal('all'), z.int().min(1)]).default('all') }).optional(),
      }),
    ),
  }),
})

/** How many judges see one work of a stage, from the event's config; `all` where it does not say. */
export function judgesPerWork(config: unknown, stageId: string): number | 'all' {
  const stages = Config.safeParse(config).data?.contest.stages ?? []
  return stages.find(({ id }) => id === stageId)?.panel?.perWork ?? 'all'
}
