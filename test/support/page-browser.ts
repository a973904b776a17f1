import type { ActionFunctionArgs } from '@remix-run/node'
import { getActor } from '~/session.server'

export type Handler = (args: ActionFunctionArgs) => unknown
export interface Answer {
  status: number
  location: string | null
  cookies: Record<string, string>
  body: Record<string, unknown>
}

/** A browser: keeps cookies, sends forms, does not follow redirects. */
export function browser() {
  const jar = new Map<string, string>()
  async function go(handler: Handler, path: string, form?: Record<string, string>, params: Record<string, string> = {}): Promise<Answer> {
    const request = new Request(`http://localhost${path}`, {
      headers: {
        Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'User-Agent': 'test',
      },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    const raw: unknown = await Promise.resolve()
      .then(() =>
        handler({
          request,
          params,
          context: { ip: '203.0.113.9' },
          response: undefined,
        } as unknown as ActionFunctionArgs),
      )
      .catch((thrown: unknown) => {
        if (thrown instanceof Response) return thrown
        throw thrown
      })
    if (!(raw instanceof Response)) {
      const wrapped = raw as {
        data?: Record<string, unknown>
        init?: { status?: number } | null
        type?: string
      }
      const body = wrapped.type === 'DataWithResponseInit' ? wrapped.data : (raw as Record<string, unknown>)
      return { status: wrapped.init?.status ?? 200, location: null, cookies: {}, body: body ?? {} }
    }
    const cookies: Record<string, string> = {}
    for (const line of raw.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies[name] = line
      if (/Max-Age=0/.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return { status: raw.status, location: raw.headers.get('Location'), cookies, body: {} }
  }
  const who = () => getActor(new Request('http://localhost/', { headers: { Cookie: `jw_session=${jar.get('jw_session') ?? ''}` } }))
  return { jar, go, who }
}
