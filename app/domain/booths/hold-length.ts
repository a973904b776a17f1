const seconds = { m: 60, h: 3_600, d: 86_400 } as const

/** `20m`, `4h`, `5d` in seconds; null for nothing. Any other text is a mistake in code: the schema has read it before. */
export function lengthInSeconds(text: string | null | undefined): number | null {
  if (text === null || text === undefined) return null
  const [, count, unit] = /^(\d+)([mhd])$/.exec(text) ?? []
  if (count === undefined) throw new RangeError(`not a length of time: ${text}`)
  return Number(count) * seconds[unit as keyof typeof seconds]
}

/** 临时锁定 when the event file says nothing. */
export const USUAL_HOLD = 20 * 60
