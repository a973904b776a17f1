import type { Finding } from './problem'

type Path = readonly PropertyKey[]

/** What lists of an event file hold, in both languages. */
const nouns = {
  group: '组别',
  track: '赛道',
  field: '表单项',
  file: '文件项',
  option: '选项',
  stage: '环节',
  'single item or teams': '单项或团体',
  award: '奖项',
  tax: '计税规则',
  'other award': '其他奖项',
  date: '日期',
  zone: '展区',
  hall: '展馆',
  booth: '展位',
  price: '价目',
  'price above': '排在前面的价目',
  task: '任务',
  subsidy: '补助',
  venue: '场地',
  session: '场次',
  ticket: '票种',
  category: '类别',
} as const
type Noun = keyof typeof nouns

/** One finding per id that a list has already used. */
export function checkUnique(path: Path, members: readonly { id: string }[], what: Noun): Finding[] {
  return members.flatMap(({ id }, index) => {
    const first = members.findIndex((other) => other.id === id)
    if (first === index) return []
    return [
      {
        path: [...path, index, 'id'],
        message: `the id ${id} is already that of ${what} ${first + 1}; ids are unique`,
        zh: `id ${id} 与第${first + 1}个${nouns[what]}重复；id 不能重复`,
      },
    ]
  })
}

/** A finding when `id` is not one of `known`. Absent ids are fine: whether one is needed is the schema's matter. */
export function checkKnown(path: Path, id: string | undefined, known: readonly string[], what: Noun): Finding[] {
  if (id === undefined || known.includes(id)) return []
  const choice = known.length > 0 ? `this file has ${known.join(', ')}` : 'this file has none'
  const zh = known.length > 0 ? `本文件有 ${known.join('、')}` : '本文件一个也没有'
  return [{ path, message: `there is no ${what} “${id}”; ${choice}`, zh: `没有“${id}”这个${nouns[what]}；${zh}` }]
}

export function checkAllKnown(path: Path, ids: readonly string[] | undefined, known: readonly string[], what: Noun): Finding[] {
  return (ids ?? []).flatMap((id, index) => checkKnown([...path, index], id, known, what))
}

/** A finding when both ends are given and the lower is above the upper. */
export function checkOrder(path: Path, min: number | undefined, max: number | undefined): Finding[] {
  if (min === undefined || max === undefined || min <= max) return []
  return [
    {
      path,
      message: `min is ${min} and max is ${max}; min may not be above max`,
      zh: `min 为 ${min}，max 为 ${max}；min 不能大于 max`,
    },
  ]
}

export const idsOf = (members: readonly { id: string }[]) => members.map(({ id }) => id)
