export const fact = 'talent'
