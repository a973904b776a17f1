import type { Staff } from './console'

/** An objection as the form of its page sends it, with what was chosen as evidence. */
export function objection(
  path: string,
  { cookie }: Pick<Staff, 'cookie'>,
  fields: Record<string, string>,
  files: { name: string; bytes: Buffer }[] = [],
): Request {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  // a browser sends a field left empty as a file without a name
  if (files.length === 0) body.append('evidence', new File([], ''))
  for (const { name, bytes } of files) body.append('evidence', new File([new Uint8Array(bytes)], name))
  return new Request(`http://127.0.0.1:3000${path}`, { method: 'POST', headers: { Cookie: cookie }, body })
}
