import { kindGroupNames } from '~/domain/events/event-list'
import { publicEvents } from '~/domain/events/public-addresses.server'
import { publishedAddresses } from '~/domain/judging/published-standings.server'
import { publicUrl } from '~/env.server'
import { localPath } from '~/i18n/language'

/** A sitemap may list 50,000 addresses; each page has two, one a language. */
const MOST_EVENTS = 2_000
const MOST_WORKS = 10_000

type Page = { path: string; changed?: Date }

/** Every page anyone may read, in both languages. */
export async function loader() {
  const [events, works] = await Promise.all([publicEvents(MOST_EVENTS), publishedAddresses(MOST_WORKS)])
  const pages: Page[] = [
    { path: '/' },
    { path: '/events' },
    ...kindGroupNames.map((kind) => ({ path: `/events/${kind}` })),
    { path: '/privacy' },
    ...events.flatMap(({ id, updatedAt, stages, publishedAt }): Page[] => [
      { path: `/e/${id}`, changed: updatedAt },
      ...stages.map((stage) => ({ path: `/e/${id}/rulebook/${stage}` })),
      ...(publishedAt ? ['results', 'gallery'].map((name) => ({ path: `/e/${id}/${name}`, changed: publishedAt })) : []),
    ]),
    ...works.map(({ eventId, code, at }) => ({
      path: `/e/${eventId}/works/${encodeURIComponent(code)}`,
      changed: at,
    })),
  ]
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.flatMap((page) => [entry(page, 'zh-CN'), entry(page, 'en')]).join('\n')}
</urlset>
`
  return new Response(xml, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=600' },
  })
}

function entry({ path, changed }: Page, lang: 'zh-CN' | 'en'): string {
  const address = (of: 'zh-CN' | 'en') => escaped(publicUrl() + localPath(of, path))
  const alternates = (['zh-CN', 'en'] as const).map((of) => `<xhtml:link rel="alternate" hreflang="${of}" href="${address(of)}"/>`)
  const lastmod = changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''
  return `<url><loc>${address(lang)}</loc>${lastmod}${alternates.join('')}</url>`
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
