export const env = () => process.env.HOST
