export const fact = 'notices'
