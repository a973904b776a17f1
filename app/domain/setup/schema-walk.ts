import type { z } from 'zod'
import { both } from './words'
import type { Words } from './words'

/** The few definitions of zod that an event file's schema is built of, read to tell people what is allowed. */
type Def = {
  type: string
  shape?: Record<string, z.core.$ZodType>
  element?: z.core.$ZodType
  valueType?: z.core.$ZodType
  keyType?: z.core.$ZodType
  entries?: Record<string, unknown>
  innerType?: z.core.$ZodType
  in?: z.core.$ZodType
  options?: readonly z.core.$ZodType[]
  discriminator?: string
  items?: readonly z.core.$ZodType[]
  values?: readonly unknown[]
}

const defOf = (schema: z.core.$ZodType): Def => schema._zod.def as unknown as Def

/** Through defaults, optionals and transforms to the schema of what is written in the file. */
export function written(schema: z.core.$ZodType): z.core.$ZodType {
  const def = defOf(schema)
  const inner = def.type === 'pipe' ? def.in : def.innerType
  return inner ? written(inner) : schema
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Schema of the value at `path`; a union is followed by its discriminator, and otherwise not at all. */
export function schemaAt(root: z.core.$ZodType, data: unknown, path: readonly PropertyKey[]): z.core.$ZodType | null {
  let schema: z.core.$ZodType | undefined = choose(written(root), data)
  let here = data
  for (const segment of path) {
    if (!schema) return null
    const def: Def = defOf(schema)
    const next: z.core.$ZodType | undefined = def.shape?.[String(segment)] ?? def.element ?? def.items?.[Number(segment)] ?? def.valueType
    here = isRecord(here) ? here[String(segment)] : undefined
    schema = next && choose(written(next), here)
  }
  return schema ?? null
}

function choose(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  const { discriminator, options } = defOf(schema)
  if (!discriminator || !options || !isRecord(value)) return schema
  const fits = options.find((option) => allowedValues(option, discriminator).includes(value[discriminator]))
  return fits ? written(fits) : schema
}

/** Literal values a key of an object schema may take. */
function allowedValues(option: z.core.$ZodType, key: string): readonly unknown[] {
  const member = defOf(written(option)).shape?.[key]
  return member ? (defOf(written(member)).values ?? []) : []
}

/** Keys an object schema knows; for a union without a choice, those of all its options. */
export function keysOf(schema: z.core.$ZodType): string[] {
  const { shape, options, keyType } = defOf(schema)
  if (shape) return Object.keys(shape)
  if (keyType) return Object.keys(defOf(keyType).entries ?? {})
  return [...new Set((options ?? []).flatMap((option) => keysOf(written(option))))]
}

/** The options of a union, by place. */
export const optionAt = (schema: z.core.$ZodType, index: number) => defOf(schema).options?.[index] ?? null

const kinds: Readonly<Record<string, Words>> = {
  string: { message: 'text', zh: '文字' },
  number: { message: 'a number', zh: '数字' },
  boolean: { message: 'true or false', zh: ' true 或 false' },
  array: { message: 'a list', zh: '列表' },
  tuple: { message: 'a list', zh: '列表' },
  record: { message: 'keys and values', zh: '一组键值' },
  template_literal: { message: 'text', zh: '文字' },
  enum: { message: 'one of a few words', zh: '限定的几个词之一' },
  literal: { message: 'one of a few words', zh: '限定的几个词之一' },
}

/** One word for what belongs at a place: “text”, “a number”, “a list”, “{ zh, en }”. */
export function expectation(schema: z.core.$ZodType): Words {
  const def = defOf(written(schema))
  if (def.shape) return both(`{ ${Object.keys(def.shape).join(', ')} }`)
  if (!def.options) return kinds[def.type] ?? both(def.type)
  const options = def.options.map(expectation)
  const join = (words: string[], or: string) => [...new Set(words)].join(or)
  return {
    message: join(
      options.map(({ message }) => message),
      ' or ',
    ),
    zh: join(
      options.map(({ zh }) => zh),
      '或',
    ),
  }
}
