import type { Localized } from '~/domain/events/localized'
import { rulesOf, slotsOf } from '../terms'
import type { Terms } from '../terms'

/** One column of the sheet. `id` is the name of the same control in the entry form; files have a column of their own. */
export interface Column {
  id: string
  label: Localized
  /** without it a line cannot become a draft, whatever its group */
  required: boolean
  /** what to type, for the line of hints under the header */
  hint: Localized
}

const text = (zh: string, en: string): Localized => ({ zh, en })
const nothing = text('', '')

/** The columns an event’s sheet has, made from its file: place, answers, authors, teachers, files. */
export function columnsOf(terms: Terms): Column[] {
  const { groups, tracks, entry } = terms.contest
  const most = (part: 'authors' | 'instructors') => Math.max(0, ...groups.map((group) => group[part]))
  const oneOf = (names: readonly Localized[]): Localized =>
    text(names.map(({ zh }) => zh).join(' / '), names.map(({ en, zh }) => en || zh).join(' / '))
  return [
    { id: 'group', label: text('组别', 'Group'), required: groups.length > 1, hint: oneOf(groups.map(({ name }) => name)) },
    ...(tracks.length > 0
      ? [{ id: 'track', label: text('赛道', 'Track'), required: true, hint: oneOf(tracks.map(({ name }) => name)) }]
      : []),
    ...entry.fields.map((field): Column => ({
      id: `field.${field.id}`,
      label: field.label,
      required: false,
      hint:
        field.type === 'choice' || field.type === 'choices'
          ? oneOf(field.options.map(({ name }) => name))
          : field.type === 'yes-no'
            ? text('是 / 否', 'yes / no')
            : (field.help ?? nothing),
    })),
    ...Array.from({ length: most('authors') }, (_, n) => authorColumns(terms, n)).flat(),
    ...Array.from({ length: most('instructors') }, (_, n): Column[] => {
      const who = text(`指导教师${n + 1}`, `Instructor ${n + 1}`)
      return [
        { id: `instructor.${n}.name`, label: text(`${who.zh}姓名`, `${who.en} name`), required: false, hint: nothing },
        { id: `instructor.${n}.organisation`, label: text(`${who.zh}单位`, `${who.en} organisation`), required: false, hint: nothing },
      ]
    }).flat(),
    ...allSlots(terms).map(({ id, label }): Column => ({
      id: `file.${id}`,
      label: text(`${label.zh}文件名`, `${label.en || label.zh} file`),
      required: false,
      hint: text(
        '压缩包里的文件名，多个用；隔开；每件作品一个文件夹时可留空',
        'File name in the archive, several with ; between; leave empty with one folder per work',
      ),
    })),
  ]
}

function authorColumns(terms: Terms, n: number): Column[] {
  const part = (id: string, zh: string, en: string, required: boolean, hint = nothing): Column => ({
    id: `author.${n}.${id}`,
    label: text(`作者${n + 1}${zh}`, `Author ${n + 1} ${en}`),
    required,
    hint,
  })
  const born = terms.contest.groups.some(({ id }) => rulesOf(terms, id).some(({ rule }) => rule === 'age'))
  return [
    part('name', '姓名', 'name', n === 0),
    part('nameLatin', '拉丁字母姓名', 'name in Latin letters', false, text('外籍作者填写', 'for authors from abroad')),
    part('organisation', '院校或单位', 'school or employer', false, text('留空即为报送单位', 'empty: whoever sends the works')),
    part('country', '国家或地区', 'country', false, text('留空即为中国', 'empty: China')),
    ...(born ? [part('bornOn', '出生日期', 'date of birth', false, text('2004-05-01', '2004-05-01'))] : []),
    part('mobile', '手机号', 'mobile', false, text('用于发送签署链接', 'the link to sign goes there')),
    part('email', '邮箱', 'e-mail', false, text('用于发送签署链接', 'the link to sign goes there')),
  ]
}

/** Every slot of the event once, whatever groups it is for. */
export const allSlots = (terms: Terms) =>
  terms.contest.entry.files.filter(({ id }) =>
    terms.contest.groups.some((group) => slotsOf(terms, group.id).some((slot) => slot.id === id)),
  )

/** A header or an option as compared: width, case, spaces, stars and brackets do not matter. */
export const plainLabel = (label: string): string =>
  label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s*:·_—-]+/g, '')
