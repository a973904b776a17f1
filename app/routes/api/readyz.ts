import { isReady } from '~/readiness.server'

/** 200 when this process can do its work: the database answers and is migrated; 503 otherwise. */
export async function loader() {
  const ready = await isReady()
  return new Response(ready ? 'ready\n' : 'not ready\n', {
    status: ready ? 200 : 503,
    headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' },
  })
}
