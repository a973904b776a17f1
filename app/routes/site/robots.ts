import { publicUrl } from '~/env.server'

/** Where machines need not look: everything behind a sign-in, and addresses that are not for lists. */
const closed = ['/account', '/my', '/judge', '/console', '/sign-in', '/sign-out', '/invitation', '/tablet', '/demo', '/files']

/** robots.txt, for both languages. */
export function loader() {
  const lines = [
    'User-agent: *',
    ...closed.flatMap((path) => [`Disallow: ${path}`, `Disallow: /en${path}`]),
    '',
    `Sitemap: ${publicUrl()}/sitemap.xml`,
    '',
  ]
  return new Response(lines.join('\n'), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
