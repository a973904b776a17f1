// breaks: no-restricted-syntax
export const late = () => new Date() > new Date('2026-01-01')
