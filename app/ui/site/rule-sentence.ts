import type { Lang } from '~/i18n/language'

/** A rule in the reader’s language. Spaces between Chinese and figures are set by the page, not typed. */
export const sentenceIn = ({ zh, en }: { zh: string; en: string }, lang: Lang): string =>
  lang === 'en' ? en : zh.replace(/(?<=[\u3000-\u9fff]) (?=[\d(])|(?<=[\d)]) (?=[\u3000-\u9fff])/g, '')
