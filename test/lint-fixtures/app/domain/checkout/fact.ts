export const fact = 'checkout'
