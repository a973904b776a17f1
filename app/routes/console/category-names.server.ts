import type { EventFrame } from '~/domain/reporting/event-frame.server'
import { type Lang, say } from '~/i18n/language'

/** Categories of a result in the order of the groups, and what each is called; `everyone` names the only one. */
export function categoryNames(
  frame: Pick<EventFrame, 'groups' | 'tracks'>,
  works: readonly { category: string }[],
  lang: Lang,
  everyone: string,
) {
  const names = new Map([...frame.groups, ...frame.tracks].map(({ id, name }) => [id, say(name, lang)]))
  const nameOf = (id: string) =>
    id === 'all'
      ? everyone
      : id
          .split('/')
          .map((part) => names.get(part) ?? part)
          .join(' · ')
  const inUse = new Set(works.map(({ category }) => category))
  const ids = [
    ...frame.groups.map(({ id }) => id).filter((id) => inUse.has(id)),
    ...[...inUse].filter((id) => !frame.groups.some((group) => group.id === id)),
  ]
  return { ids, nameOf }
}
