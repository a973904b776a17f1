export const fact = 'reporting'
