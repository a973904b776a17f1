import type { HeadersFunction } from '@remix-run/node'

/**
 * How long an answer of a public page may be kept: half a minute for visitors, long enough for a rush and short enough
 * for a deadline; never by others for who is signed in, whose name stands in the masthead; not at all for a draft.
 */
export function cacheFor(request: Request, { draft = false } = {}): { headers: Record<string, string> } {
  const signedIn = /(?:^|;\s*)jw_session=/.test(request.headers.get('Cookie') ?? '')
  const visitors = 'public, max-age=30, stale-while-revalidate=120'
  return {
    headers: { 'Cache-Control': draft ? 'private, no-store' : signedIn ? 'private, no-cache' : visitors },
  }
}

/** The headers of a public page’s document: what its loader said, and that it differs by who is signed in. */
export const publicHeaders: HeadersFunction = ({ errorHeaders, loaderHeaders }) => {
  const headers = new Headers(errorHeaders ?? loaderHeaders)
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', errorHeaders ? 'no-store' : 'private, no-cache')
  headers.append('Vary', 'Cookie')
  return headers
}
