/** A name that should not be there, and the field of the form it stands in; `title` for the work’s own name. */
export interface NameHit {
  name: string
  field: string
}

interface ToSearch {
  title: string
  /** answers that judges may read */
  fields: Record<string, unknown>
  people: readonly { name: string; nameLatin: string | null; organisation: string }[]
}

/**
 * Where an author, an instructor, a school or a company is named in what judges may read. Names of one character and
 * organisations of fewer than three are too common to look for. Pictures are for the eye: nothing here reads them, and
 * file names never reach a judge.
 */
export function nameHits({ title, fields, people }: ToSearch): NameHit[] {
  const names = new Set(
    people.flatMap(({ name, nameLatin, organisation }) => [
      ...[name, nameLatin ?? ''].filter((text) => plain(text).length >= 2),
      ...[organisation].filter((text) => plain(text).length >= 3),
    ]),
  )
  const places = [
    { field: 'title', text: title },
    ...Object.entries(fields).flatMap(([field, answer]) =>
      typeof answer === 'string' && field !== 'title' ? [{ field, text: answer }] : [],
    ),
  ]
  return places.flatMap(({ field, text }) =>
    [...names].filter((name) => plain(text).includes(plain(name))).map((name) => ({ name, field })),
  )
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·・.\-_]/g, '')
