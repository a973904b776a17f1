import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node'
import { RemixServer, isRouteErrorResponse } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { serverI18n } from './i18n/i18n.server'
import { langOf } from './i18n/language'
import { isBusy } from './db.server'
import { log } from './log.server'
import { shownPath } from './shown-path'
import { FailureContext } from './ui/failure'
import { NonceContext } from './ui/nonce'

const ABORT_MS = 10_000
const RETRY_AFTER_SECONDS = 5

// handleError sees the error itself, handleRequest only a sanitised one: the request carries the news across
const busyRequests = new WeakSet<Request>()

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
) {
  return new Promise<Response>((resolve, reject) => {
    let shellSent = false
    const busy = busyRequests.has(request)
    if (busy) headers.set('Retry-After', String(RETRY_AFTER_SECONDS))
    const answer = busy ? 503 : status
    const nonce = String(loadContext.cspNonce ?? '')
    const whole = isbot(request.headers.get('user-agent') ?? '')
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <FailureContext.Provider value={busy ? 503 : undefined}>
          <I18nextProvider i18n={serverI18n(langOf(request))}>
            <RemixServer context={remixContext} url={request.url} abortDelay={ABORT_MS} nonce={nonce} />
          </I18nextProvider>
        </FailureContext.Provider>
      </NonceContext.Provider>,
      {
        nonce,
        [whole ? 'onAllReady' : 'onShellReady']() {
          shellSent = true
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }))
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          if (shellSent) log().error({ err: error }, 'rendering failed after the shell')
        },
      },
    )
    setTimeout(abort, ABORT_MS + 1_000).unref()
  })
}

export function handleError(error: unknown, { request }: { request: Request }) {
  // an address that is not there is an answer, not a failure
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  if (isBusy(error)) busyRequests.add(request)
  log().error({ err: error, path: shownPath(new URL(request.url).pathname), method: request.method }, 'request failed')
}
