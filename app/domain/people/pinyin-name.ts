import { pinyin } from 'pinyin-pro'

/** Toneless pinyin of a name for search and sorting: 林知夏 → lin zhi xia; Latin letters stay, in lower case. */
export const pinyinName = (name: string): string =>
  pinyin(name, { toneType: 'none', mode: 'surname', nonZh: 'consecutive', v: true }).toLowerCase().replace(/\s+/g, ' ').trim().slice(0, 200)
