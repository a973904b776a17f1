export const fact = 'payments'
