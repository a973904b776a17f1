/** What a command answers: done with a value, or an expected refusal with a typed reason. */
export type Outcome<Reason extends string, Value = undefined> =
  { ok: true; value: Value } | { ok: false; reason: Reason; detail?: Record<string, string | number> }

export function done(): { ok: true; value: undefined }
export function done<Value>(value: Value): { ok: true; value: Value }
export function done<Value>(value?: Value) {
  return { ok: true as const, value }
}

export function refuse<Reason extends string>(reason: Reason, detail?: Record<string, string | number>) {
  return { ok: false as const, reason, ...(detail ? { detail } : {}) }
}
