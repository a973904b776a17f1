import type { Field, FileRule } from '~/domain/entries/section'
import type { Contest } from '~/domain/setup/event-config'
import { say } from '~/i18n/language'
import { useLang } from '~/i18n/use-t'
import { Chapter } from './chapter'
import { useContestT } from './use-contest-t'

/** What an entry consists of: files with their rules, and what is filled in online. */
export function EventEntry({ contest }: { contest: Contest }) {
  const t = useContestT()
  const { files, fields } = contest.entry
  return (
    <>
      {files.length > 0 && (
        <Chapter id="files" title={t('event.files')} note={contest.anonymous ? t('event.filesNote') : undefined} path="contest.entry">
          <ul className="lines lines--wide">
            {files.map((file) => (
              <FileRow key={file.id} file={file} contest={contest} />
            ))}
          </ul>
        </Chapter>
      )}
      <Chapter id="fields" title={t('event.fields')} note={t('event.fieldsNote')} path="contest.entry">
        <ul className="lines lines--wide">
          {fields.map((field) => (
            <FieldRow key={field.id} field={field} contest={contest} />
          ))}
        </ul>
      </Chapter>
    </>
  )
}

function useGroupNames() {
  const lang = useLang()
  const t = useContestT()
  return (ids: string[] | undefined, { groups }: Contest) =>
    ids &&
    t('event.onlyGroups', {
      groups: groups
        .filter(({ id }) => ids.includes(id))
        .map(({ name }) => say(name, lang))
        .join(t('comma')),
    })
}

function FileRow({ file, contest }: { file: FileRule; contest: Contest }) {
  const t = useContestT()
  const lang = useLang()
  const groupNames = useGroupNames()
  const { label, help, types, maxMB, count, optional, page, dpi, groups } = file
  const rules = [
    types.map((type) => type.toUpperCase()).join(t('comma')),
    page,
    dpi && `${dpi} dpi`,
    t('event.upTo', { max: maxMB, unit: 'MB' }),
    count.max > 1 && (count.min === count.max ? t('event.count', { count: count.max }) : t('event.countRange', count)),
    groupNames(groups, contest),
    optional && t('event.optional'),
  ]
  return (
    <li>
      <b>{say(label, lang)}</b>
      <span>{say(help, lang)}</span>
      <span>{rules.filter(Boolean).join(lang === 'en' ? ', ' : '，')}</span>
    </li>
  )
}

function FieldRow({ field, contest }: { field: Field; contest: Contest }) {
  const t = useContestT()
  const lang = useLang()
  const groupNames = useGroupNames()
  const bounds = useBounds()
  const options = 'options' in field ? field.options.map(({ name }) => say(name, lang)).join(t('comma')) : ''
  const rules = [bounds(field), groupNames(field.groups, contest), field.optional && t('event.optional')]
  return (
    <li>
      <b>{say(field.label, lang)}</b>
      <span>{say(field.help, lang) || options}</span>
      <span>{rules.filter(Boolean).join(lang === 'en' ? ', ' : '，')}</span>
    </li>
  )
}

function useBounds() {
  const t = useContestT()
  const lang = useLang()
  return (field: Field): string => {
    switch (field.type) {
      case 'text':
      case 'longtext':
        return field.min ? t('event.charsRange', { min: field.min, max: field.max }) : t('event.chars', { max: field.max })
      case 'number':
        return rangeOf(field.min, field.max, field.unit ? ` ${say(field.unit, lang)}` : '')
      case 'percent':
        return rangeOf(field.min > 0 ? field.min : undefined, field.max < 100 ? field.max : undefined, '%')
      case 'choice':
        return t('event.chooseOne')
      case 'choices':
        return field.max ? t('event.chooseUpTo', { max: field.max }) : t('event.chooseAny')
      case 'yes-no':
        return t('event.yesNo')
      case 'date':
        return t('event.date')
      case 'url':
        return t('event.url')
    }
  }
  function rangeOf(min: number | undefined, max: number | undefined, unit: string): string {
    if (min !== undefined && max !== undefined) return t('event.between', { min: String(min), max: `${max}${unit}` })
    if (min !== undefined) return t('event.atLeast', { min: `${min}${unit}` })
    return max === undefined ? '' : t('event.atMost', { max: `${max}${unit}` })
  }
}
