/** `zh` says in Chinese what `message` says in English. */
export type RulebookProblem = { path: (string | number)[]; message: string; zh: string }
