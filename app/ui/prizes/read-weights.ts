const FIELD = 'weight.'

/** `weight.<author>` of a form as numbers; what is no number is NaN, which no rule takes. */
export const readWeights = (form: FormData): Record<string, number> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name.startsWith(FIELD) && typeof value === 'string' ? [[name.slice(FIELD.length), Number(value.trim() || '0')]] : [],
    ),
  )
