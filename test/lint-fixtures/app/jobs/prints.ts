// breaks: no-console
export const shout = () => console.log('hello')
