// breaks: no-restricted-syntax
declare const crypto: { randomUUID: () => string }
export const id = () => crypto.randomUUID()
