export const fact = 'prizes'
