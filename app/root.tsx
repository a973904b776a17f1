import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData, useLocation, useMatches, useRouteError } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Namespace } from './i18n/catalogue'
import { langOf } from './i18n/language'
import { env, isDemo, publicUrl } from './env.server'
import { getActor } from './session.server'
import { ErrorPage } from './ui/error-page'
import { useNonce } from './ui/nonce'
import baseCss from './ui/styles/base.css?url'

/** What a route module may say about itself in `export const handle`. */
export interface Handle {
  /** loads React in the browser; pages without it are plain HTML */
  hydrate?: boolean
  /** message namespaces the browser needs, besides ui */
  messages?: Namespace[]
}

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: baseCss },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await getActor(request)
  const { ICP_NUMBER, POLICE_NUMBER } = env()
  const lang = langOf(request)
  return {
    lang,
    actor: actor && { name: actor.name, audiences: actor.audiences, desk: actor.deskEventId !== null },
    demo: isDemo(),
    origin: publicUrl(),
    filings: { icp: ICP_NUMBER, police: POLICE_NUMBER },
  }
}

export function Layout({ children }: { children: React.ReactNode }) {
  const nonce = useNonce()
  const location = useLocation()
  const { i18n, t } = useTranslation()
  const handles = useMatches().map((match) => match.handle as Handle | undefined)
  const failed = useRouteError() != null
  const hydrate = !failed && handles.some((handle) => handle?.hydrate)
  const wanted = new Set<string>(['ui', ...handles.flatMap((handle) => handle?.messages ?? [])])
  const lang = langOf(location.pathname)
  const messages = Object.fromEntries([...wanted].map((name) => [name, i18n.getResourceBundle(lang, name) as unknown]))
  return (
    <html lang={lang} data-theme="auto">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#faf7f2" />
        {/* a page that failed has no data to take its title from */}
        {failed ? <title>{`${t('error.title')} · ${t('brand')}`}</title> : <Meta />}
        <Links />
      </head>
      <body>
        {children}
        {hydrate && (
          <>
            <script
              id="messages"
              type="application/json"
              nonce={nonce}
              suppressHydrationWarning
              dangerouslySetInnerHTML={{ __html: JSON.stringify(messages).replaceAll('<', '\\u003c') }}
            />
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function App() {
  useLoaderData<typeof loader>()
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />
}
