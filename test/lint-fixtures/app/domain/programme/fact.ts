export const fact = 'programme'
