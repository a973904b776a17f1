// breaks: no-restricted-syntax
export const host = () => process.env.HOST
