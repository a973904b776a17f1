import { createCookie, redirect } from '@remix-run/node'
import { z } from 'zod'
import type { AppLoadContext } from '@remix-run/node'
import { localNext } from '~/domain/people/local-next'
import { env, publicUrl } from '~/env.server'
import { langOf, localPath } from '~/i18n/language'
import { startSession } from '~/session.server'

const MINUTES = 20

/** Where somebody stands between typing a contact and being signed in; signed, so that nobody can write it. */
const Flow = z.object({
  contact: z.object({ kind: z.enum(['mobile', 'email']), value: z.string() }),
  codeId: z.string(),
  next: z.string(),
  /** when the contact was proven; a new person then gives a name */
  provenAt: z.number().optional(),
  /** whose account the contact is added to; absent when it signs in */
  addTo: z.string().optional(),
})
export type Flow = z.infer<typeof Flow>

const cookie = () =>
  createCookie('jw_sign_in', {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: publicUrl().startsWith('https:'),
    maxAge: MINUTES * 60,
    secrets: [env().SESSION_SECRET],
  })

export async function readFlow(request: Request): Promise<Flow | null> {
  const parsed = Flow.safeParse(await cookie().parse(request.headers.get('Cookie')))
  if (!parsed.success) return null
  const { provenAt } = parsed.data
  return provenAt !== undefined && Date.now() - provenAt > MINUTES * 60_000 ? null : parsed.data
}

export const writeFlow = (flow: Flow): Promise<string> => cookie().serialize(flow)
export const forgetFlow = (): Promise<string> => cookie().serialize('', { maxAge: 0 })

/** Starts the session and goes where the person wanted to go. */
export async function finishSignIn(request: Request, personId: string, next: string): Promise<Response> {
  const headers = new Headers()
  headers.append('Set-Cookie', await startSession(personId, request))
  headers.append('Set-Cookie', await forgetFlow())
  return redirect(localNext(next, localPath(langOf(request), '/my')), { headers })
}

/** Network address of the asker as the server sees it through its trusted proxies. */
export const addressOf = (context: AppLoadContext): string => (typeof context.ip === 'string' ? context.ip : 'unknown')
