/** One thing said in both languages, the English under the name that problems use. */
export type Words = { message: string; zh: string }

/** What is the same in both: names, paths, values. */
export const both = (text: string): Words => ({ message: text, zh: text })
