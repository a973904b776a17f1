import type { LoaderFunctionArgs } from '@remix-run/node'
import { anonymousDetails, anonymousWorks } from '~/domain/judging/anonymous-work.server'
import { deskFileToken } from '~/domain/judging/desk-file-token.server'
import { deskSeat, noStore, seatKey } from './desk-request.server'

const PAGE = 1_000
const AT_ONCE = 40

/**
 * `?page=0`: works as [code, group, track, title, cover], a thousand a page; `?codes=K-0417,K-0502`: answers and
 * pictures of some. `files` is where pictures are for the next hours: files + code + '-' + name + '.webp'.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { seat } = await deskSeat(request, params)
  const query = new URL(request.url).searchParams
  const files = `/judge/${seat.eventId}/${seat.stageId}/files/${deskFileToken(seatKey(seat), new Date())}/`
  const codes = query.get('codes')?.split(',').slice(0, AT_ONCE)
  if (codes) return Response.json({ files, details: await anonymousDetails(seatKey(seat), codes) }, { headers: noStore })
  const page = /^\d{1,4}$/.test(query.get('page') ?? '') ? Number(query.get('page')) : 0
  const { works, total } = await anonymousWorks(seatKey(seat), { skip: page * PAGE, take: PAGE })
  const rows = works.map(({ code, group, track, title, cover }) => [code, group, track, title, cover] as const)
  return Response.json({ files, total, more: (page + 1) * PAGE < total, works: rows }, { headers: noStore })
}
