import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import helmet from 'helmet'
import pino from 'pino'
import { remixHandler } from './app/remix-handler'
import { resourceBuilds } from './app/resource-build'
import { shownPath } from './app/shown-path'

// This file imports nothing of the application but its build and what is pure: otherwise every .server module would exist twice.
const { HOST = '127.0.0.1', PORT = '3000', PUBLIC_URL = '', TRUST_PROXY = '0', LOG_LEVEL = 'info' } = process.env
const development = process.argv.includes('--dev')
const log = pino({ level: LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
const app = express()
app.disable('x-powered-by')
app.set('trust proxy', Number(TRUST_PROXY))

const server = createServer(app)
const vite = development ? await (await import('vite')).createServer({ server: { middlewareMode: true, hmr: { server } } }) : undefined
const loadBuild = async (): Promise<ServerBuild> =>
  (await (vite
    ? vite.ssrLoadModule('virtual:remix/server-build')
    : import(pathToFileURL(join(process.cwd(), 'build/app/server/index.js')).href))) as ServerBuild

app.use((request, response, next) => {
  response.locals.nonce = randomBytes(16).toString('base64')
  response.locals.begun = performance.now()
  response.on('finish', () => {
    const ms = Math.round(performance.now() - (response.locals.begun as number))
    // the path only: a query can hold what a person typed
    log[response.statusCode >= 500 ? 'error' : 'debug'](
      { method: request.method, path: shownPath(request.path), status: response.statusCode, ms },
      'request',
    )
  })
  next()
})

const secure = PUBLIC_URL.startsWith('https:')
const withNonce = (_request: unknown, response: unknown) => `'nonce-${(response as express.Response).locals.nonce}'`
app.use(
  helmet({
    contentSecurityPolicy: {
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'", withNonce],
        'style-src': ["'self'", ...(development ? ["'unsafe-inline'"] : [])],
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'connect-src': ["'self'", ...(development ? ['ws:'] : [])],
        'frame-ancestors': ["'none'"],
        'form-action': ["'self'"],
        'upgrade-insecure-requests': secure ? [] : null,
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
  }),
)

/** Whoever changes state must come from a page of ours: a foreign or missing Origin is refused. */
app.use((request, response, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return next()
  const origin = request.get('Origin')
  const own = new Set([`${request.protocol}://${request.get('Host') ?? ''}`, PUBLIC_URL.replace(/\/+$/, '')])
  if (origin && own.has(origin)) return next()
  response
    .status(403)
    .type('text/plain')
    .send(
      'This request did not come from a page of this site. Open the site and try again.\n此请求不是从本站页面发出的，请打开本站后重试。\n',
    )
})

/** No name, code or search of ours holds a NUL, and PostgreSQL keeps none: an address with one was made up. */
app.use((request, response, next) => {
  if (!/%00/.test(request.originalUrl)) return next()
  response.status(400).type('text/plain').send('There is no such address.\n没有这样的地址。\n')
})

app.use(compression())
if (vite) app.use(vite.middlewares)
else {
  app.use('/assets', express.static(resolve('build/app/client/assets'), { immutable: true, maxAge: '1y' }))
  app.use(express.static(resolve('build/app/client'), { maxAge: '1h', index: false }))
}

let closing = false
app.use((_request, response, next) => {
  // while draining, keep-alive connections are asked to go elsewhere
  if (closing) response.setHeader('Connection', 'close')
  next()
})
const handlerOf = (build: ServerBuild | (() => Promise<ServerBuild>)): express.Handler =>
  remixHandler({
    build,
    mode: development ? 'development' : 'production',
    context: (request, response) => ({ cspNonce: response.locals.nonce as string, ip: request.ip }),
  })
if (vite) app.all('*', handlerOf(loadBuild))
else {
  const build = await loadBuild()
  for (const resource of resourceBuilds(build)) app.all(resource.paths, handlerOf(resource.build))
  app.all('*', handlerOf(build))
}

server.listen(Number(PORT), HOST)
server.requestTimeout = 15 * 60_000 // an upload on a slow line
await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
  console.error(whyNotListening(error))
  process.exit(1)
})
const { port } = server.address() as AddressInfo
log.info({ host: HOST, port }, 'listening')
process.send?.({ listening: port })

async function stop() {
  if (closing) return
  closing = true
  await letIn()
  server.close()
  server.closeIdleConnections()
  const patience = setTimeout(() => server.closeAllConnections(), 25_000)
  await once(server, 'close')
  clearTimeout(patience)
  process.exit(0)
}

/**
 * Node takes one connection at a time out of the system's queue, and closing would reset those that still wait there.
 * The queue is first come, first served: when a connection of our own gets through, all before it have.
 */
async function letIn() {
  const last = connect(port, HOST)
  const through = new Promise<void>((done) => {
    server.on('connection', (socket) => {
      if (socket.remotePort === last.localPort) done()
    })
    last.once('error', () => done())
  })
  await Promise.race([through, pause(10_000, undefined, { ref: false })])
  last.destroy()
}

process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
// the launcher is gone: end too, or the next start would find the port taken
process.on('disconnect', () => void stop())

function whyNotListening({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE') {
    return `port ${PORT} on ${HOST} is taken, perhaps by an earlier start: stop the program that listens there, or choose another port, such as PORT=${Number(PORT) + 1} npm start`
  }
  if (code === 'EACCES')
    return `port ${PORT} needs rights that this account does not have: choose one above 1023, such as PORT=3000 npm start`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST=${HOST} is no address of this machine: set HOST to one that is, such as 127.0.0.1`
  return `${HOST}:${PORT} cannot be listened on: ${message}`
}
