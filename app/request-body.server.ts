/** Far more than any form or desk of ours sends; files come by app/gateways/multipart.server.ts, which keeps nothing in memory. */
const MOST_BYTES = 2_000_000
const MOST_FIELDS = 2_000

/**
 * The form of a request: the only way in which routes read one. `Request.formData` would hold in memory whatever a
 * stranger sends. Text comes as PostgreSQL can keep it, without NUL and halves of surrogate pairs. Throws 413 for a
 * body of more than `most` bytes or 2,000 fields, 400 for what is no form.
 */
export async function readForm(request: Request, most = MOST_BYTES): Promise<FormData> {
  const bytes = await readBytes(request, most)
  const sent = await new Response(bytes, { headers: { 'Content-Type': request.headers.get('Content-Type') ?? '' } })
    .formData()
    .catch(() => {
      throw new Response(null, { status: 400, statusText: 'Bad Request' })
    })
  const fields = [...sent]
  if (fields.length > MOST_FIELDS) throw tooLarge()
  const form = new FormData()
  for (const [name, value] of fields) {
    if (typeof value === 'string') form.append(plain(name), plain(value))
    else form.append(plain(name), value)
  }
  return form
}

/** The JSON of a request under the same conditions; undefined when it is none. */
export async function readJson(request: Request, most = MOST_BYTES): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(request, most))
  try {
    return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? plain(value) : value))
  } catch {
    return undefined
  }
}

async function readBytes(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  // what announces itself as too large is refused unread; what announces nothing is counted
  if (Number(request.headers.get('Content-Length')) > most) throw tooLarge()
  if (!request.body) return new Uint8Array()
  const parts: Uint8Array[] = []
  let length = 0
  // not cancelled on the way out: that would cut the connection before the answer is read
  const reader = request.body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length
    if (length > most) throw tooLarge()
    parts.push(part.value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

const plain = (text: string) => text.replace(/[\0\p{Cs}]/gu, '')

const tooLarge = () => new Response(null, { status: 413, statusText: 'Payload Too Large' })
