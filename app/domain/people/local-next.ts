const ELSEWHERE = 'http://local.invalid'

/**
 * The address to go to after signing in, from `next`: a path of this site, or the fallback. Browsers read //host,
 * /\host and tabs inside an address as other sites, so what is kept is what the URL parser made of it.
 */
export function localNext(next: string | null | undefined, fallback = '/'): string {
  if (!next || next.length > 2_000 || !next.startsWith('/')) return fallback
  try {
    const url = new URL(next, ELSEWHERE)
    if (url.origin !== ELSEWHERE || url.pathname.startsWith('//')) return fallback
    // coming back to the sign-in pages or signing out again helps nobody
    if (/^\/(en\/)?(sign-in|sign-out)(\/|$)/.test(url.pathname)) return fallback
    return url.pathname + url.search + url.hash
  } catch {
    return fallback
  }
}
