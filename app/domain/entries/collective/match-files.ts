import { plainLabel } from './columns'

/** One file of an archive, as far as finding its work goes. */
export interface ArchiveFile {
  place: number
  path: string
}

/** One line of the sheet, as far as its files go. */
export interface RowToMatch {
  line: number
  /** place among the works of the sheet, from 1 */
  ordinal: number
  title: string
  authors: string[]
  /** what its file columns say, by slot */
  named: Record<string, string>
  /** slots of its group */
  slots: { id: string; labels: string[]; endings: string[]; max: number }[]
}

export interface Match {
  place: number
  line: number | null
  slot: string | null
}

/**
 * Finds for every file of an archive the work and the slot it belongs to: by the names in the sheet; else by its
 * folder, or the beginning of its name, that is called after the work’s number, title or author, and by the slot’s
 * label in its name. A file that could belong to two works belongs to none: a person decides.
 */
export function matchFiles(files: readonly ArchiveFile[], rows: readonly RowToMatch[]): Match[] {
  const found = new Map<number, Match>(files.map(({ place }) => [place, { place, line: null, slot: null }]))
  const room = new Map(rows.map(({ line, slots }) => [line, new Map(slots.map(({ id, max }) => [id, max]))]))
  const take = (place: number, line: number, slot: string): void => {
    const left = room.get(line)?.get(slot) ?? 0
    if (left <= 0) return
    room.get(line)?.set(slot, left - 1)
    found.set(place, { place, line, slot })
  }

  const named = namedInSheet(files, rows)
  for (const { place, line, slot } of named) take(place, line, slot)

  const root = commonRoot(files)
  const owned = new Map<number, ArchiveFile[]>()
  for (const file of files) {
    if (found.get(file.place)?.line != null) continue
    const line = rowOfPath(file.path.slice(root.length), rows) ?? rowOfRoot(root, rows)
    if (line === null) continue
    found.set(file.place, { place: file.place, line, slot: null })
    owned.set(line, [...(owned.get(line) ?? []), file])
  }
  for (const row of rows) {
    const own = (owned.get(row.line) ?? []).sort((a, b) => a.path.localeCompare(b.path, 'zh-CN', { numeric: true }))
    for (const file of own) {
      const slot = slotOfName(baseName(file.path), row)
      if (slot) take(file.place, row.line, slot)
    }
    // one file and one slot are left: nothing else can be meant
    const rest = own.filter(({ place }) => found.get(place)?.slot === null)
    const open = row.slots.filter(({ id, max }) => room.get(row.line)?.get(id) === max)
    const [file, slot] = [rest[0], open[0]]
    if (rest.length === 1 && open.length === 1 && file && slot?.endings.includes(endingOf(file.path))) take(file.place, row.line, slot.id)
  }
  return files.map(({ place }) => found.get(place) ?? { place, line: null, slot: null })
}

function namedInSheet(files: readonly ArchiveFile[], rows: readonly RowToMatch[]): { place: number; line: number; slot: string }[] {
  const byName = new Map<string, ArchiveFile[]>()
  const note = (name: string, file: ArchiveFile) => byName.set(name, [...(byName.get(name) ?? []), file])
  for (const file of files) {
    const parts = file.path.split('/')
    // a name in the sheet may carry any number of its folders, and no ending
    for (let from = 0; from < parts.length; from += 1) {
      const name = parts.slice(from).join('/').toLowerCase()
      note(name, file)
      note(withoutEnding(name), file)
    }
  }
  return rows.flatMap(({ line, named, slots }) =>
    slots.flatMap(({ id }) =>
      namesIn(named[id] ?? '').flatMap((name) => {
        const hits = new Set(byName.get(name.replaceAll('\\', '/').normalize('NFC').toLowerCase()) ?? [])
        const [file] = hits
        return hits.size === 1 && file ? [{ place: file.place, line, slot: id }] : []
      }),
    ),
  )
}

/** The names a file column holds: one, or several with ；between. */
export const namesIn = (cell: string): string[] =>
  cell
    .split(/[；;|\n]+/)
    .map((name) => name.trim())
    .filter(Boolean)

/** The folders that every file lies in: an archive usually holds one folder with everything. */
function commonRoot(files: readonly ArchiveFile[]): string {
  const [first] = files
  if (!first) return ''
  let root = first.path.slice(0, first.path.lastIndexOf('/') + 1)
  while (root && !files.every(({ path }) => path.startsWith(root))) root = root.slice(0, root.slice(0, -1).lastIndexOf('/') + 1)
  return root
}

/** The one line a path speaks of: its folders first, then its name. */
function rowOfPath(path: string, rows: readonly RowToMatch[]): number | null {
  const parts = path.split('/')
  const name = withoutEnding(parts.pop() ?? '')
  for (const part of [...parts, name]) {
    const line = onlyOne(rows.filter((row) => speaksOf(part, row))) ?? onlyOne(rows.filter((row) => numberOf(part) === row.ordinal))
    if (line !== null) return line
  }
  return null
}

/** An archive of one work: the folder that holds everything is its own. A class or year in front of a name is no number of a work. */
function rowOfRoot(root: string, rows: readonly RowToMatch[]): number | null {
  const folder = root.split('/').at(-2) ?? ''
  return onlyOne(rows.filter((row) => speaksOf(folder, row) || (/^\d+$/.test(folder) && Number(folder) === row.ordinal)))
}

const onlyOne = (rows: readonly RowToMatch[]): number | null => (rows.length === 1 ? (rows[0]?.line ?? null) : null)

/** 01-潮间带, 潮间带_林知夏, 林知夏: the title, or an author where the folder holds no other name. */
function speaksOf(part: string, { title, authors }: RowToMatch): boolean {
  const words = part
    .normalize('NFKC')
    .split(/[\s_\-—–+,，、.()（）【】《》"“”]+/)
    .map(plainLabel)
    .filter(Boolean)
  const wanted = [title, ...authors].map(plainLabel).filter((name) => name.length > 1)
  return wanted.some((name) => words.includes(name) || plainLabel(part) === name || words.some((word) => word.replace(/^\d+/, '') === name))
}

const numberOf = (part: string): number | null => {
  const [digits] = /^\d{1,5}/.exec(part.normalize('NFKC').replace(/^(no|第|序号|作品)[.\s]*/i, '')) ?? []
  return digits ? Number(digits) : null
}

/** The slot whose label or id stands in a file’s name; the longest where one label holds another. */
function slotOfName(name: string, { slots }: RowToMatch): string | null {
  const plain = plainLabel(withoutEnding(name))
  const hits = slots
    .flatMap(({ id, labels, endings }) => [id, ...labels].map((label) => ({ id, endings, label: plainLabel(label) })))
    .filter(({ label, endings }) => label.length > 1 && plain.includes(label) && endings.includes(endingOf(name)))
    .sort((a, b) => b.label.length - a.label.length)
  const [best] = hits
  return best && hits.every(({ id, label }) => id === best.id || label.length < best.label.length) ? best.id : null
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const withoutEnding = (name: string): string => name.replace(/\.[a-z0-9]{1,5}$/i, '')
/** jpg for .jpeg too: what a file says it is; what it is, is seen when it is taken in. */
export const endingOf = (path: string): string => (/\.([a-z0-9]{1,5})$/i.exec(path)?.[1] ?? '').toLowerCase().replace('jpeg', 'jpg')
