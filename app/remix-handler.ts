import { createReadableStreamFromReadable, createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node'
import type { Handler, Request as Asked, Response as Answer } from 'express'
import { writePaced } from './paced-response'

interface Serving {
  build: ServerBuild | (() => Promise<ServerBuild>)
  mode: 'development' | 'production'
  context: (request: Asked, response: Answer) => AppLoadContext
}

/** Serves a build by Express as `@remix-run/express` does, at the pace of whoever reads. */
export function remixHandler({ build, mode, context }: Serving): Handler {
  const handle = createRequestHandler(build, mode)
  return (asked, answer, next) => {
    const gone = new AbortController()
    answer.once('close', () => {
      if (!answer.writableFinished) gone.abort()
    })
    handle(requestOf(asked, gone.signal), context(asked, answer))
      .then((response) => send(response, answer))
      .catch(next)
  }
}

function requestOf(asked: Asked, signal: AbortSignal): Request {
  const headers = new Headers()
  for (const [name, values] of Object.entries(asked.headers))
    for (const value of Array.isArray(values) ? values : values === undefined ? [] : [values]) headers.append(name, value)
  const url = new URL(`${asked.protocol}://${hostOf(asked)}${asked.originalUrl}`)
  if (asked.method === 'GET' || asked.method === 'HEAD') return new Request(url, { method: asked.method, headers, signal })
  const body = createReadableStreamFromReadable(asked)
  return new Request(url, { method: asked.method, headers, signal, body, duplex: 'half' } as RequestInit & { duplex: 'half' })
}

/** `hostname` heeds a trusted proxy and leaves out the port. */
function hostOf(asked: Asked): string {
  const port = /:(\d+)$/.exec(asked.get('X-Forwarded-Host') ?? '')?.[1] ?? /:(\d+)$/.exec(asked.get('Host') ?? '')?.[1]
  return port ? `${asked.hostname}:${port}` : asked.hostname
}

async function send(response: Response, answer: Answer): Promise<void> {
  answer.statusMessage = response.statusText
  answer.status(response.status)
  for (const [name, value] of response.headers) answer.append(name, value)
  // events begin with whoever waits for them
  if (/text\/event-stream/i.test(response.headers.get('Content-Type') ?? '')) answer.flushHeaders()
  if (response.body) await writePaced(response.body, answer as Answer & { flush?: () => void })
  else answer.end()
}
