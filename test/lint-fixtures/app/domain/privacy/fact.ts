export const fact = 'privacy'
