// breaks: noun-payments
export { fact as other } from '~/domain/checkout/fact'
