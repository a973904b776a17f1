import type { LoaderFunctionArgs } from '@remix-run/node'
import { env } from '~/env.server'
import { metrics } from '~/metrics.server'
import { notFound } from '~/session.server'

/** Prometheus text. With METRICS_TOKEN set, only for its bearer; otherwise only on a loopback listener. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { METRICS_TOKEN, HOST } = env()
  const allowed = METRICS_TOKEN
    ? request.headers.get('Authorization') === `Bearer ${METRICS_TOKEN}`
    : ['127.0.0.1', '::1', 'localhost'].includes(HOST)
  if (!allowed) throw notFound()
  return new Response(await metrics().metrics(), { headers: { 'Content-Type': metrics().contentType } })
}
