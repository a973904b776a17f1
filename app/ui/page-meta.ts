import type { MetaFunction } from '@remix-run/node'

/** What a loader returns as `page` so that the head can be written without messages in the browser. */
export interface PageMeta {
  title: string
  description?: string
  /** address of the share picture, absolute */
  image?: string
  /** this page's absolute addresses by language */
  alternates?: { zh: string; en: string }
  /** this page's one absolute address, without its query */
  canonical?: string
}

/** The head of a page from its loader's `page`: `export const meta = pageMeta`. */
export const pageMeta: MetaFunction = ({ data }) => {
  const page = (data as { page?: PageMeta } | undefined)?.page
  if (!page) return [{ title: '经纬 Jingwei' }]
  const { title, description, image, alternates, canonical } = page
  return [
    { title },
    ...(description
      ? [
          { name: 'description', content: description },
          { property: 'og:description', content: description },
        ]
      : []),
    { property: 'og:title', content: title },
    { property: 'og:type', content: 'website' },
    ...(image
      ? [
          { property: 'og:image', content: image },
          { name: 'twitter:card', content: 'summary_large_image' },
        ]
      : []),
    ...(canonical
      ? [
          { tagName: 'link', rel: 'canonical', href: canonical },
          { property: 'og:url', content: canonical },
        ]
      : []),
    ...(alternates
      ? [
          { tagName: 'link', rel: 'alternate', hrefLang: 'zh-CN', href: alternates.zh },
          { tagName: 'link', rel: 'alternate', hrefLang: 'en', href: alternates.en },
        ]
      : []),
  ]
}
