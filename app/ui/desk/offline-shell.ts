/**
 * Has the service worker keep the page, its scripts and styles, so that the desk opens without network. Answers
 * whether it will: browsers allow it on HTTPS and on this machine only.
 */
export async function keepShell(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !isSecureContext) return false
  try {
    const scope = `${location.pathname.startsWith('/en/') ? '/en' : ''}/judge/`
    await navigator.serviceWorker.register('/desk-sw.js', { scope })
    const { active } = await navigator.serviceWorker.ready
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
    const linked = [...document.querySelectorAll<HTMLLinkElement>('link[href]')].map(({ href }) => href)
    const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src)
    const assets = [...new Set([...loaded, ...linked, ...scripts])].filter((url) => {
      const { origin, pathname } = new URL(url)
      return origin === location.origin && (pathname.startsWith('/assets/') || pathname === '/favicon.svg')
    })
    active?.postMessage({ keep: { page: location.href, assets } })
    return active !== null
  } catch {
    return false
  }
}
