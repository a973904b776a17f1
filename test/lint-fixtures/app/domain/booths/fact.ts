export const fact = 'booths'
