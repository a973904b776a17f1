import { valueAt } from './config-path'
import type { EventConfig } from './event-config'
import type { Finding } from './problem'

/** What a first event file says until somebody says it better. */
export const placeholder = {
  name: { zh: '活动名称', en: 'Name of the event' },
  owner: { id: 'my-association', name: { zh: '主管组织', en: 'Owning organisation' } },
} as const

const places: readonly (readonly [path: string, text: string])[] = [
  ['name.zh', placeholder.name.zh],
  ['name.en', placeholder.name.en],
  ['owner.id', placeholder.owner.id],
  ['owner.name.zh', placeholder.owner.name.zh],
  ['owner.name.en', placeholder.owner.name.en],
]

/** Texts of the first file that nobody has touched: a warning in a draft, refused once visitors could read them. */
export function checkPlaceholders({ status }: EventConfig, written: unknown): Finding[] {
  const severity = status === 'draft' ? 'warning' : 'error'
  return places
    .filter(([path, text]) => valueAt(written, path) === text)
    .map(([path, text]) => ({
      path: path.split('.'),
      severity,
      message: `${path} is still “${text}”, as the first file was made; ${severity === 'error' ? 'an open event needs its own' : 'write your own before you open the event'}`,
      zh: `${path} 还是新建时的“${text}”；${severity === 'error' ? '公开的活动须写自己的' : '公开之前请改成自己的'}`,
    }))
}
