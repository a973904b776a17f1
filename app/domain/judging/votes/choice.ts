/** 入选 · 待定 · 淘汰, in the order of the keys 1, 2, 3. */
export const CHOICES = ['in', 'hold', 'out'] as const
export type Choice = (typeof CHOICES)[number]

/**
 * The one criterion of a vote. A vote is kept and sent as a mark of it, so that it is as safe offline, as harmless to
 * repeat and as firmly locked as any mark.
 */
export const VOTE = 'vote'

const marks: Record<Choice, string> = { in: '2', hold: '1', out: '0' }

/** The mark that stands for a choice. */
export const markOf = (choice: Choice): string => marks[choice]

/** The choice a mark of the vote stands for; null for a mark taken back. */
export const choiceOf = (mark: string | null): Choice | null => CHOICES.find((choice) => marks[choice] === mark) ?? null
