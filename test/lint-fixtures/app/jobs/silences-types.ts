// breaks: @typescript-eslint/ban-ts-comment
// @ts-ignore
export const one: number = 'one'
