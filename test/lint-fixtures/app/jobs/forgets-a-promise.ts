// breaks: @typescript-eslint/no-floating-promises
const work = () => Promise.resolve()
export const start = () => {
  work()
}
