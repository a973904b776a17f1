/** Address of a picture: `name` is board-1; the small one is for lists. */
export const pictureAddress = (files: string, code: string, name: string, small = false): string =>
  `${files}${encodeURIComponent(code)}-${name}${small ? '-thumb' : ''}.webp`

/** Has the browser fetch and decode pictures before they are asked for. */
export function preload(addresses: readonly string[]): void {
  for (const address of addresses) {
    const image = new Image()
    image.src = address
    image.decode().catch(() => undefined)
  }
}

/** Takes pictures out of the offline cache: of one work, or all of this desk. */
export async function forgetPictures(base: string, code: string | null): Promise<void> {
  if (typeof caches === 'undefined') return
  for (const name of await caches.keys()) {
    if (!name.startsWith('desk-pictures')) continue
    const cache = await caches.open(name)
    for (const { url } of await cache.keys()) {
      const { pathname } = new URL(url)
      const mine = pathname.startsWith(`${base}/files/`) && (code === null || pathname.includes(`/${encodeURIComponent(code)}-`))
      if (mine) await cache.delete(url)
    }
  }
}
