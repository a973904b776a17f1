import { Agent, request } from 'node:http'

export type Answer = { status: number; text: string }

/** A bare client that keeps its connections: `fetch` would cost as much as the server it measures. */
export function client(port: number, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ask = (method: string, path: string, cookie: string, body?: string, type = 'application/json') =>
    new Promise<Answer>((resolve, reject) => {
      const headers = {
        Cookie: cookie,
        Origin: `http://127.0.0.1:${port}`,
        ...(body === undefined ? {} : { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }),
      }
      const asked = request({ agent, host: '127.0.0.1', port, method, path, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }))
        response.on('error', reject)
      })
      asked.on('error', reject)
      asked.end(body)
    })
  return {
    get: (path: string, cookie: string) => ask('GET', path, cookie),
    post: (path: string, cookie: string, body: unknown) => ask('POST', path, cookie, JSON.stringify(body)),
    form: (path: string, cookie: string, fields: Record<string, string>) =>
      ask('POST', path, cookie, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded'),
    close: () => agent.destroy(),
  }
}
