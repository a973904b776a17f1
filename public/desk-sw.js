// The judge's desk without network: its page, scripts and styles, and pictures that were seen. Nothing else: lists
// and marks are kept by the desk itself, and no answer with marks in it passes through here.

const SHELL = 'desk-shell-1'
const SMALL = 'desk-pictures-small-1'
const LARGE = 'desk-pictures-large-1'
const MOST = { [SMALL]: 4000, [LARGE]: 150 }

const DESK = /^(\/en)?\/judge\/[^/]+\/[^/]+\/(desk|field)$/
const PICTURE = /^(\/judge\/[^/]+\/[^/]+\/files\/)[^/]+(\/[^/]+\.webp)$/

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('activate', (event) => {
  const ours = [SHELL, SMALL, LARGE]
  const clean = async () => {
    for (const name of await caches.keys()) if (name.startsWith('desk-') && !ours.includes(name)) await caches.delete(name)
    await self.clients.claim()
  }
  event.waitUntil(clean())
})

self.addEventListener('message', (event) => {
  const keep = event.data && event.data.keep
  if (keep) event.waitUntil(keepShell(keep.page, keep.assets))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate' && DESK.test(url.pathname)) event.respondWith(page(request, url))
  else if (url.pathname.startsWith('/assets/') || url.pathname === '/favicon.svg') event.respondWith(asset(request))
  else if (PICTURE.test(url.pathname)) event.respondWith(picture(request, url))
})

/** The desk as the server gives it now; as it was last seen when there is no network. */
async function page(request, url) {
  const cache = await caches.open(SHELL)
  try {
    const response = await fetch(request)
    if (response.ok && !response.redirected) await cache.put(url.pathname, response.clone())
    return response
  } catch (error) {
    const kept = await cache.match(url.pathname, { ignoreVary: true })
    if (kept) return kept
    throw error
  }
}

/** Scripts and styles have their content in their name: what is kept is right. */
async function asset(request) {
  const cache = await caches.open(SHELL)
  const kept = await cache.match(request, { ignoreVary: true })
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await cache.put(request, response.clone())
  return response
}

/** The signature in a picture's address changes by the hour, the picture does not: it is kept without. */
async function picture(request, url) {
  const key = url.pathname.replace(PICTURE, '$1kept$2')
  const name = key.endsWith('-thumb.webp') ? SMALL : LARGE
  const cache = await caches.open(name)
  const kept = await cache.match(key, { ignoreVary: true })
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) {
    await cache.put(key, response.clone())
    void trim(cache, MOST[name])
  }
  return response
}

/** The oldest pictures go first, some at a time. */
async function trim(cache, most) {
  const keys = await cache.keys()
  if (keys.length <= most) return
  for (const key of keys.slice(0, keys.length - most + Math.ceil(most / 20))) await cache.delete(key)
}

async function keepShell(address, assets) {
  const cache = await caches.open(SHELL)
  const { pathname } = new URL(address)
  // assets of an earlier version of the application are not asked for again
  const wanted = new Set(assets.map((asset) => new URL(asset).pathname))
  for (const { url } of await cache.keys()) {
    const known = new URL(url).pathname
    if (known.startsWith('/assets/') && !wanted.has(known)) await cache.delete(url)
  }
  const missing = []
  for (const asset of assets) if (!(await cache.match(asset, { ignoreVary: true }))) missing.push(asset)
  await Promise.all(missing.map((asset) => cache.add(asset).catch(() => undefined)))
  if (!(await cache.match(pathname, { ignoreVary: true }))) {
    const response = await fetch(address, { credentials: 'same-origin' }).catch(() => null)
    if (response && response.ok && !response.redirected) await cache.put(pathname, response)
  }
}
