export const fact = 'people'
