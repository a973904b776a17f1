import type { LoaderFunctionArgs } from '@remix-run/node'
import { publishedRulebook } from '~/domain/judging/published-rulebook.server'
import { rulebookYaml } from '~/domain/judging/rulebook-yaml'
import { notFound } from '~/session.server'
import { requireEvent } from './require-event.server'

/** The rulebook as the file that `recompute` reads. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await requireEvent(request, params.slug)
  const stage = event.stages.find(({ id }) => id === params.stage)
  const found = stage && (await publishedRulebook(event.id, stage.id))
  if (!found) throw notFound()
  const headers = {
    'Content-Type': 'application/yaml; charset=utf-8',
    'Content-Disposition': `attachment; filename="${event.id}-${params.stage ?? ''}.yaml"`,
    ETag: `"${found.hash}"`,
    'Cache-Control': event.status === 'draft' ? 'private, no-store' : 'public, no-cache',
  }
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers })
  return new Response(rulebookYaml(found.document), { headers })
}
