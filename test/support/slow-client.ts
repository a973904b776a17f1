import { once } from 'node:events'
import { request } from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Answer } from './http-client'

const open = (port: number, options: object): ClientRequest => request({ host: '127.0.0.1', port, agent: false, ...options })

async function answered(asked: ClientRequest): Promise<Answer> {
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part as Buffer)
  return { status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }
}

/** Asks for a page over a connection of its own. Resolves when the connection stands; `finish` answers the status once the body has come whole. */
export async function beginGet({ port }: { port: number }, path: string): Promise<{ finish: () => Promise<number> }> {
  const asked = open(port, { path }).end()
  const answer = answered(asked)
  answer.catch(() => undefined) // told by finish
  const [socket] = (await once(asked, 'socket')) as [Socket]
  if (socket.connecting) await once(socket, 'connect')
  return { finish: async () => (await answer).status }
}

/**
 * Sends a JSON body as far as its middle. Resolves when the server has the request in its hands (it says 100 Continue);
 * `finish` sends the rest and answers what came back.
 */
export async function beginPost(
  { port }: { port: number },
  path: string,
  cookie: string,
  body: unknown,
): Promise<{ finish: () => Promise<Answer> }> {
  const bytes = Buffer.from(JSON.stringify(body))
  const asked = open(port, {
    method: 'POST',
    path,
    headers: {
      Cookie: cookie,
      Origin: `http://127.0.0.1:${port}`,
      'Content-Type': 'application/json',
      'Content-Length': bytes.length,
      Expect: '100-continue',
    },
  })
  asked.flushHeaders()
  await once(asked, 'continue')
  const middle = Math.floor(bytes.length / 2)
  asked.write(bytes.subarray(0, middle))
  return {
    finish: () => {
      const answer = answered(asked)
      asked.end(bytes.subarray(middle))
      return answer
    },
  }
}
