import { Outlet, useRouteError } from '@remix-run/react'
import { ErrorPage } from '~/ui/error-page'
import { Colophon } from '~/ui/layout/colophon'
import { Masthead } from '~/ui/layout/masthead'
import { pageMeta } from '~/ui/page-meta'

// a page below that failed has none of its own
export const meta = pageMeta

export default function SiteLayout() {
  return (
    <>
      <Masthead />
      <Outlet />
      <Colophon />
    </>
  )
}

/** A page that cannot be shown still has the way to the others around it. */
export function ErrorBoundary() {
  return (
    <>
      <Masthead />
      <ErrorPage error={useRouteError()} />
      <Colophon />
    </>
  )
}
