export const fact = 'events'
