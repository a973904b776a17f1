// breaks: noun-booths
export { fact as other } from '~/domain/payments/fact'
