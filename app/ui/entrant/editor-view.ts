/** Everything the editor shows, in words: it knows nothing of config or database. */
export interface EditorView {
  /** address without language: /my/slug/entry */
  path: string
  version: number
  title: string
  number: string | null
  group: { value: string; options: Option[] }
  track: { value: string | null; options: Option[] } | null
  fields: FieldView[]
  /** one row for every author the group allows, unused ones empty */
  authors: AuthorView[]
  instructors: PersonView[]
  organisationLabel: string
  asksIndependent: boolean
  asksBirthday: boolean
  countries: Option[]
  slots: SlotView[]
  missing: Missing[]
}

export interface Option {
  value: string
  label: string
}

/** A part that keeps the entry from being handed in. */
export interface Missing {
  at: string
  label: string
  text: string
  /** nothing is there yet: listed as missing, not marked as wrong */
  empty: boolean
}

export interface FieldView {
  id: string
  type: 'text' | 'longtext' | 'number' | 'percent' | 'choice' | 'choices' | 'yes-no' | 'date' | 'url'
  label: string
  help: string
  optional: boolean
  value: string | string[]
  /** characters at least and at most, of texts */
  min: number | null
  max: number | null
  unit: string
  /** what is allowed, for numbers and choices */
  bounds: string
  options: Option[]
}

export interface PersonView {
  id: string
  name: string
  organisation: string
}

export interface AuthorView extends PersonView {
  nameLatin: string
  independent: boolean
  country: string
  bornOn: string
  mobile: string
  email: string
}

export interface SlotView {
  id: string
  label: string
  help: string
  rules: string
  accept: string
  maxBytes: number
  /** sentence for a file over the limit, said before it is sent */
  tooBig: string
  optional: boolean
  max: number
  files: FileView[]
}

export interface FileView {
  id: string
  slot: string
  name: string
  state: 'receiving' | 'processing' | 'ready' | 'refused'
  /** 4.2 MB, 3508 × 4961 pixels */
  facts: string
  thumb: string | null
  view: string | null
  isPdf: boolean
  /** why it was refused after it had been taken */
  refusal: string | null
}

/** What the server says to an autosave. */
export type SaveReply =
  | { ok: true; version: number; saved: string; title: string; missing: Missing[] }
  | { ok: false; reason: 'stale'; version: number; differences: Difference[] }
  | { ok: false; reason: 'signed-out' }
  | { ok: false; reason: 'refused'; text: string }

/** One part that differs between two versions of a draft. */
export interface Difference {
  at: string
  label: string
  theirs: string
  yours: string
}

/** What the server says to an upload, and to the question how the files stand. */
export type FilesReply = { ok: true; files: FileView[]; missing: Missing[] } | { ok: false; text: string }
