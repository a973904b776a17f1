export const fact = 'setup'
