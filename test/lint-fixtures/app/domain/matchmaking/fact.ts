export const fact = 'matchmaking'
