/** The process answers; says nothing of its database. */
export const loader = () => new Response('ok\n', { headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } })
