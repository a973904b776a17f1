export const fact = 'entries'
