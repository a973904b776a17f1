import type { LoaderFunctionArgs } from '@remix-run/node'
import { myData } from '~/domain/privacy/my-data.server'
import { requireActor } from '~/session.server'

/** The signed-in person's own data as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const now = new Date()
  return new Response(JSON.stringify(await myData(actor.personId, now), null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="jingwei-my-data-${now.toISOString().slice(0, 10)}.json"`,
      'Cache-Control': 'no-store',
    },
  })
}
