import { isRouteErrorResponse } from '@remix-run/react'
import { useContext } from 'react'
import { FailureContext } from '~/ui/failure'
import { useLocalPath, useT } from '~/i18n/use-t'

/** What a person sees when a page cannot be shown: what happened, what is kept, what to try. */
export function ErrorPage({ error }: { error: unknown }) {
  const t = useT('ui')
  const to = useLocalPath()
  const failure = useContext(FailureContext)
  const status = isRouteErrorResponse(error) ? error.status : (failure ?? 500)
  const [title, text] =
    status === 404
      ? [t('error.notFoundTitle'), t('error.notFound')]
      : status === 403
        ? [t('error.title'), t('error.forbidden')]
        : status === 413
          ? [t('error.title'), t('error.tooLarge')]
          : status === 400
            ? [t('error.title'), t('error.unreadable')]
            : status === 503
              ? [t('error.busyTitle'), t('error.busy')]
              : [t('error.title'), t('error.server')]
  return (
    <main className="page page--narrow" id="content">
      <h1>{title}</h1>
      <p>{text}</p>
      <p style={{ marginTop: 'var(--s-5)' }}>
        <a className="button" href={to('/')}>
          {t('error.home')}
        </a>
      </p>
    </main>
  )
}
