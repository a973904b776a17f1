/** One rule in both languages. `topic` lets a page group or leave out sentences. */
export type RuleSentence = {
  topic: 'criterion' | 'score' | 'drop' | 'ranking' | 'tie' | 'quota' | 'exception'
  zh: string
  en: string
}
