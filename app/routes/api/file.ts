import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { readFileToken } from '~/domain/entries/file-address.server'
import { openFile, ownsFile } from '~/domain/entries/open-file.server'
import { may } from '~/domain/people/permissions'
import { getActor, notFound, rolesOn } from '~/session.server'

/** A file behind a signed, short-lived address. An original opens only for its owner and for staff, who are asked again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const now = new Date()
  const ticket = readFileToken(params.token ?? '', now)
  if (!ticket) throw notFound()
  if (ticket.class === 'original') {
    const actor = await getActor(request)
    if (!actor || actor.personId !== ticket.personId || actor.deskEventId) throw notFound()
    const allowed =
      ticket.purpose === 'owner'
        ? await ownsFile(actor.personId, ticket.eventId, ticket.fileId)
        : ticket.purpose === 'staff' && may(await rolesOn(actor.personId, ticket.eventId), 'entries.view')
    if (!allowed) throw notFound()
  }
  const file = await openFile(ticket)
  if (!file) throw notFound()
  const seconds = Math.floor((ticket.expiresAt.getTime() - now.getTime()) / 1000)
  return new Response(createReadableStreamFromReadable(file.body), {
    headers: {
      'Content-Type': file.mime,
      'Content-Disposition': `${file.inline ? 'inline' : 'attachment'}; filename="${ascii(file.name)}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'X-Content-Type-Options': 'nosniff',
      // whatever a file holds, it runs nothing and loads nothing
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'Cache-Control': ticket.class === 'original' ? 'private, no-store' : `private, max-age=${seconds}, immutable`,
      'X-Robots-Tag': 'noindex',
    },
  })
}

/** The name for clients that do not read the encoded one. */
const ascii = (name: string) => name.replace(/[^\x20-\x7e]|["\\]/g, '_')
