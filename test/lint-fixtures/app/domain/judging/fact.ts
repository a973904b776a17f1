export const fact = 'judging'
