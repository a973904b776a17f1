import { z } from 'zod'
import { EventConfig } from './event-config'

/** The event file’s schema for editors (draft 2020-12): what may be written, before defaults are filled in. */
export function eventJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(EventConfig, { io: 'input', unrepresentable: 'any', reused: 'ref' })
  return { ...schema, title: 'Event file · 活动配置文件' }
}
