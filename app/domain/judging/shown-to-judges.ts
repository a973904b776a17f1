import { z } from 'zod'

const Text = z.object({ zh: z.string(), en: z.string() })
const Option = z.object({ id: z.string(), name: Text })

const StoredField = z.object({
  id: z.string(),
  type: z.string(),
  label: Text,
  shownToJudges: z.boolean().default(true),
  unit: Text.optional(),
  options: z.array(Option).default([]),
})
const StoredSlot = z.object({ id: z.string(), label: Text })

/** The part of a stored event config the desk reads: which answers and which files judges see. */
const Stored = z.object({
  contest: z.object({
    entry: z.object({ fields: z.array(StoredField), files: z.array(StoredSlot).default([]) }),
  }),
})

export type ShownField = z.output<typeof StoredField>
export type ShownSlot = z.output<typeof StoredSlot>

/** Fields and file slots that judges see, in the form’s order. The title stands apart; nothing without a contest. */
export function shownToJudges(config: unknown): { fields: ShownField[]; slots: ShownSlot[] } {
  const stored = Stored.safeParse(config)
  if (!stored.success) return { fields: [], slots: [] }
  const { fields, files } = stored.data.contest.entry
  return { fields: fields.filter(({ id, shownToJudges: shown }) => shown && id !== 'title'), slots: files }
}

/** Answers of an entry by field id, only those judges see, as plain values a page can print. */
export function shownAnswers(fields: readonly ShownField[], answers: unknown): Record<string, string | string[]> {
  if (typeof answers !== 'object' || answers === null) return {}
  const given = new Map<string, unknown>(Object.entries(answers))
  return Object.fromEntries(
    fields.flatMap(({ id }): [string, string | string[]][] => {
      const value = given.get(id)
      if (Array.isArray(value)) return value.length > 0 ? [[id, value.map(String)]] : []
      if (typeof value === 'string') return value === '' ? [] : [[id, value]]
      return typeof value === 'number' || typeof value === 'boolean' ? [[id, String(value)]] : []
    }),
  )
}
