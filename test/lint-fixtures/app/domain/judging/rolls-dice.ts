// breaks: no-restricted-properties
export const drawn = () => Math.random()
