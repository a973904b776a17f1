import type { LoaderFunctionArgs } from '@remix-run/node'
import { eventSetup } from '~/domain/setup/queries.server'
import { notFound, requireStaff } from '~/session.server'

/** The event file in force, or another version of it, as a download under the name it is kept by. */
export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'event.setup')
  const version = Number(new URL(request.url).searchParams.get('version'))
  const setup = await eventSetup(slug, Number.isInteger(version) && version > 0 ? version : undefined)
  if (!setup) throw notFound()
  return new Response(setup.source, {
    headers: {
      'Content-Type': 'text/yaml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${slug}.yaml"`,
    },
  })
}
