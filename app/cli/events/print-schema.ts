import { eventJsonSchema } from '~/domain/setup/json-schema'
import type { Printed } from './printed'

/** `events schema`: the JSON Schema that editors read, kept in public/schema/event.json. */
export function printSchema(): Printed {
  return { ok: true, lines: [JSON.stringify(eventJsonSchema(), null, 2)] }
}
